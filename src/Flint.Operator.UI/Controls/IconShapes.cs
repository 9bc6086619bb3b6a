namespace Flint.Operator.UI.Controls;

/// <summary>Our own icons on a 24 grid, one path each, all drawn with the same stroke.</summary>
internal static class IconShapes
{
    private const string Circle = "M12 3.5a8.5 8.5 0 1 0 0 17a8.5 8.5 0 1 0 0-17z";
    private const string Page = "M5 3.5h10l4 4v13H5z";

    public static string Path(IconName name) => name switch
    {
        IconName.Collect => "M4 9.5h16V20H4zM8 9.5V4.5h8v5M4 13.5h16M8 17h3.5",
        IconName.Receipt => Page + "M8.5 13.2l2.5 2.5 4.5-5",
        IconName.Link => "M9.3 14.7l5.4-5.4M10.4 7.2l1.9-1.9a4.5 4.5 0 0 1 6.4 6.4l-1.9 1.9M13.6 16.8l-1.9 1.9a4.5 4.5 0 0 1-6.4-6.4l1.9-1.9",
        IconName.Outbox => "M12 15.5V4M7.5 8.5L12 4l4.5 4.5M4 13v7h16v-7",
        IconName.Activity => "M4 6.5h16M4 12h16M4 17.5h9",
        IconName.Shift => "M6 20V10M12 20V4M18 20v-7",
        IconName.Settings => "M12 6a6 6 0 1 0 0 12a6 6 0 1 0 0-12zM12 9.6a2.4 2.4 0 1 0 0 4.8a2.4 2.4 0 1 0 0-4.8zM12 2.8V6M12 18v3.2M2.8 12H6M18 12h3.2M5.5 5.5l2.3 2.3M16.2 16.2l2.3 2.3M5.5 18.5l2.3-2.3M16.2 7.8l2.3-2.3",
        IconName.More => Dot(5, 12) + Dot(12, 12) + Dot(19, 12),
        IconName.Clock => Circle + "M12 7.5V12l3 2",
        IconName.Search => "M10.5 4a6.5 6.5 0 1 0 0 13a6.5 6.5 0 1 0 0-13zM15.3 15.3L20.5 20.5",
        IconName.Check => "M4.5 12.5l5 5L19.5 7",
        IconName.Warning => "M12 4L2.8 20h18.4zM12 10v4.5" + Dot(12, 17.3),
        IconName.Qr => "M4 4h6v6H4zM14 4h6v6h-6zM4 14h6v6H4zM14 14h2.5v2.5M20 14v2.5M14 20h2.5M20 20h-.5",
        IconName.Share => "M12 15V3.5M8 7.2l4-3.7 4 3.7M7.5 11H5v9.5h14V11h-2.5",
        IconName.Screen => "M3.5 5h17v11h-17zM12 16v4M8 20h8",
        IconName.Print => "M7 9V4h10v5M7 17H4V9h16v8h-3M7 14h10v6H7z",
        IconName.Plus => "M12 5v14M5 12h14",
        IconName.Backspace => "M8.5 5.5H21v13H8.5L3 12zM12 9.5l5 5M17 9.5l-5 5",
        IconName.Pause => "M8.5 5v14M15.5 5v14",
        IconName.Play => "M7.5 5v14l11-7z",
        IconName.Close => "M6 6l12 12M18 6L6 18",
        IconName.Edit => "M4 20v-4L15.5 4.5l4 4L8 20zM13 7l4 4",
        IconName.Trash => "M4 7h16M9 7V4h6v3M6 7l1 13h10l1-13M10 11v5.5M14 11v5.5",
        IconName.Sun => "M12 8a4 4 0 1 0 0 8a4 4 0 1 0 0-8zM12 2.5v2M12 19.5v2M2.5 12h2M19.5 12h2M5.3 5.3l1.4 1.4M17.3 17.3l1.4 1.4M5.3 18.7l1.4-1.4M17.3 6.7l1.4-1.4",
        IconName.Moon => "M19.5 14.5A8 8 0 0 1 9.5 4.5a8 8 0 1 0 10 10z",
        IconName.WifiOff => "M3.5 3.5l17 17M5 12.5a10 10 0 0 1 4-2.6M2 9a15 15 0 0 1 4.5-3M10.5 5.1A15 15 0 0 1 22 9M15 10.2a10 10 0 0 1 4 2.3M8.5 16a5 5 0 0 1 7 0" + Dot(12, 19.5),
        IconName.Key => "M8 11a4.5 4.5 0 1 0 0 9a4.5 4.5 0 1 0 0-9zM11.2 12.3L20 3.5M16 7.5l3 3",
        IconName.User => "M12 4a4 4 0 1 0 0 8a4 4 0 1 0 0-8zM4.5 20.5a7.5 7.5 0 0 1 15 0",
        IconName.Back => "M14.5 5l-7 7 7 7",
        IconName.Forward => "M9.5 5l7 7-7 7",
        IconName.Copy => "M9 9h11v11H9zM6 15H4V4h11v2",
        IconName.Question => Circle + "M9.6 9.7a2.5 2.5 0 1 1 3.6 2.2c-.8.4-1.2 1-1.2 1.8" + Dot(12, 16.5),
        IconName.Info => Circle + "M12 11v5.2" + Dot(12, 7.8),
        IconName.Half => Circle + "M12 3.5v17M12 8h3.8M12 12h4.8M12 16h3.8",
        IconName.Refresh => "M19.5 13a7.5 7.5 0 1 1-2.2-6.3L20 9.3M20 4.5v4.8h-4.8",
        IconName.Swap => "M4 8h14M14.5 4.5L18 8l-3.5 3.5M20 16H6M9.5 12.5L6 16l3.5 3.5",
        IconName.Fork => "M12 21v-7M12 14L5.5 7.5M12 14l6.5-6.5M5.5 12V7.5H10M18.5 12V7.5H14",
        IconName.Ban => Circle + "M6 6l12 12",
        IconName.Hourglass => "M6.5 3.5h11M6.5 20.5h11M8 3.5v4l4 4.5 4-4.5v-4M8 20.5v-4l4-4.5 4 4.5v4",
        IconName.Steps => Page + "M8.5 12h7M8.5 16h3",
        IconName.Lock => "M6 11h12v9H6zM8.5 11V8a3.5 3.5 0 0 1 7 0v3",
        IconName.Download => "M12 4v11M7.5 10.5L12 15l4.5-4.5M4 20h16",
        IconName.Enlarge => "M4 9V4h5M20 9V4h-5M4 15v5h5M20 15v5h-5",
        IconName.Pin => "M8 4h8M9.5 4v6L6 14h12l-3.5-4V4M12 14v6.5",
        IconName.Tag => "M4 4h8l8 8-8 8-8-8z" + Dot(8.3, 8.3),
        _ => throw new ArgumentOutOfRangeException(nameof(name), name, message: null),
    };

    // A stroked circle of this radius is a round point a little heavier than the stroke.
    private static string Dot(double x, double y) =>
        FormattableString.Invariant($"M{x} {y - 0.4}a.4.4 0 1 0 0 .8a.4.4 0 1 0 0-.8z");
}
