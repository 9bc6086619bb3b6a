using System.Globalization;
using Microsoft.AspNetCore.Components;

namespace Flint.Operator.UI.Controls;

public sealed partial class Keypad
{
    [Parameter, EditorRequired] public EventCallback<KeypadKey> OnKey { get; set; }

    /// <summary>The locale's separator. When null the keypad counts cents first and offers 00 in its place.</summary>
    [Parameter] public string? DecimalSeparator { get; set; }

    [Parameter] public bool Disabled { get; set; }

    // Keys show the digits that the amount above them is written in.
    private static string DigitText(int digit)
    {
        var format = CultureInfo.CurrentCulture.NumberFormat;
        return format.DigitSubstitution == DigitShapes.NativeNational ? format.NativeDigits[digit] : digit.ToString(CultureInfo.InvariantCulture);
    }
}
