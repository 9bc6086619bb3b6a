using Microsoft.AspNetCore.Components.Web;

namespace Flint.Operator.UI.Controls;

/// <summary>Reads a physical keyboard as keypad keys: digits of any script, either separator, backspace.</summary>
internal static class PressedKey
{
    public static KeypadKey? Of(KeyboardEventArgs pressed)
    {
        if (pressed.CtrlKey || pressed.MetaKey || pressed.AltKey) return null;
        if (pressed.Key is "Backspace" or "Delete") return KeypadKey.Backspace;
        if (pressed.Key.Length != 1) return null;
        var key = pressed.Key[0];
        if (char.IsDigit(key)) return (KeypadKey)(int)char.GetNumericValue(key);
        return key is '.' or ',' or '\u066B' ? KeypadKey.Separator : null;
    }
}
