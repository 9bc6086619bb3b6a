using System.Globalization;
using Bunit;
using Flint.Operator.UI.Controls;

namespace Flint.Operator.UI.Tests.Controls;

public sealed class KeypadTests : UITest
{
    private readonly List<KeypadKey> _keys = [];

    [Fact]
    public async Task Press_EveryKeyInOrder_ReportsThem()
    {
        var keypad = RenderKeypad();

        for (var i = 0; i < 12; i++) await keypad.FindAll("button")[i].ClickAsync();

        Assert.Equal(
            [
                KeypadKey.Digit1, KeypadKey.Digit2, KeypadKey.Digit3, KeypadKey.Digit4, KeypadKey.Digit5, KeypadKey.Digit6,
                KeypadKey.Digit7, KeypadKey.Digit8, KeypadKey.Digit9, KeypadKey.DoubleZero, KeypadKey.Digit0, KeypadKey.Backspace,
            ],
            _keys);
    }

    [Fact]
    public async Task Press_SeparatorGiven_TakesThePlaceOfDoubleZero()
    {
        var keypad = RenderKeypad(separator: ",");
        var key = keypad.Find("button[aria-label='Decimal separator']");

        await key.ClickAsync();

        Assert.Equal(",", key.TextContent);
        Assert.Equal([KeypadKey.Separator], _keys);
        Assert.DoesNotContain(keypad.FindAll("button"), button => string.Equals(button.TextContent, "00", StringComparison.Ordinal));
    }

    [Fact]
    public void Render_Always_NamesTheGroupAndTheIconKey()
    {
        var keypad = RenderKeypad();

        Assert.Equal("Amount keypad", keypad.Find("[role=group]").GetAttribute("aria-label"));
        Assert.Equal("Delete the last digit", keypad.FindAll("button")[^1].GetAttribute("aria-label"));
    }

    [Fact]
    public void Render_CultureWithItsOwnDigits_ShowsThem()
    {
        var before = CultureInfo.CurrentCulture;
        try
        {
            var culture = (CultureInfo)CultureInfo.GetCultureInfo("ar-EG").Clone();
            culture.NumberFormat.DigitSubstitution = DigitShapes.NativeNational;
            culture.NumberFormat.NativeDigits = ["٠", "١", "٢", "٣", "٤", "٥", "٦", "٧", "٨", "٩"];
            CultureInfo.CurrentCulture = culture;

            Assert.Equal("١", RenderKeypad().FindAll("button")[0].TextContent);
        }
        finally
        {
            CultureInfo.CurrentCulture = before;
        }
    }

    [Fact]
    public void Render_Disabled_DisablesEveryKey() =>
        Assert.All(
            Render<Keypad>(p => p.Add(k => k.OnKey, _keys.Add).Add(k => k.Disabled, value: true)).FindAll("button"),
            button => Assert.True(button.HasAttribute("disabled")));

    private IRenderedComponent<Keypad> RenderKeypad(string? separator = null) =>
        Render<Keypad>(p => p.Add(k => k.OnKey, _keys.Add).Add(k => k.DecimalSeparator, separator));
}
