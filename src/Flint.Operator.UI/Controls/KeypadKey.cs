namespace Flint.Operator.UI.Controls;

/// <summary>A key of the amount keypad. Up to <see cref="Digit9"/> the value is the digit.</summary>
public enum KeypadKey
{
    Digit0, Digit1, Digit2, Digit3, Digit4, Digit5, Digit6, Digit7, Digit8, Digit9,
    DoubleZero,
    Separator,
    Backspace,
}
