namespace Flint.Operator.UI.Controls;

public enum IconName
{
    Collect, Receipt, Link, Outbox, Activity, Shift, Settings, More,
    Clock, Search, Check, Warning, Qr, Share, Screen, Print, Plus, Backspace, Pause, Play, Close, Edit, Trash,
    Sun, Moon, WifiOff, Key, User, Back, Forward, Copy, Question, Info, Half, Refresh, Swap, Fork, Ban, Hourglass, Steps,
    Lock, Download, Enlarge, Pin, Tag,
}
