using Bunit;
using Flint.Operator.UI.Controls;
using Microsoft.AspNetCore.Components.Web;

namespace Flint.Operator.UI.Tests.Controls;

public sealed class AmountDisplayTests : UITest
{
    private readonly List<KeypadKey> _keys = [];
    private readonly List<string> _texts = [];

    [Theory]
    [InlineData("7", KeypadKey.Digit7)]
    [InlineData("0", KeypadKey.Digit0)]
    [InlineData("٣", KeypadKey.Digit3)]
    [InlineData(".", KeypadKey.Separator)]
    [InlineData(",", KeypadKey.Separator)]
    [InlineData("Backspace", KeypadKey.Backspace)]
    public async Task Press_KeyOfAPhysicalKeyboard_BecomesAKeypadKey(string pressed, KeypadKey expected)
    {
        await RenderAmount().Find("input").KeyDownAsync(new KeyboardEventArgs { Key = pressed });

        Assert.Equal([expected], _keys);
    }

    [Theory]
    [InlineData("a", false)]
    [InlineData("Tab", false)]
    [InlineData("1", true)]
    public async Task Press_AnythingElse_IsNotAKey(string pressed, bool control)
    {
        await RenderAmount().Find("input").KeyDownAsync(new KeyboardEventArgs { Key = pressed, CtrlKey = control });

        Assert.Empty(_keys);
    }

    [Fact]
    public async Task Type_WholeText_IsHandedOver()
    {
        await RenderAmount().Find("input").InputAsync("150.00");

        Assert.Equal(["150.00"], _texts);
    }

    [Fact]
    public async Task Type_TextThatIsRefused_ShowsTheAmountAgain()
    {
        var amount = RenderAmount();

        await amount.Find("input").InputAsync("abc");

        Assert.Equal("$5.00", amount.Find("input").GetAttribute("value"));
    }

    [Fact]
    public void Render_Always_TiesTheLabelToTheField()
    {
        var amount = RenderAmount();
        var input = amount.Find("[data-testid=amount-input]");

        Assert.Equal(input.Id, amount.Find("label").GetAttribute("for"));
        Assert.Equal("Custom line", amount.Find("label").TextContent);
        Assert.Equal("$5.00", input.GetAttribute("value"));
        Assert.Equal("none", input.GetAttribute("inputmode"));
    }

    private IRenderedComponent<AmountDisplay> RenderAmount() => Render<AmountDisplay>(p => p
        .Add(a => a.Text, "$5.00").Add(a => a.Label, "Custom line").Add(a => a.OnKey, _keys.Add).Add(a => a.OnText, _texts.Add));
}
