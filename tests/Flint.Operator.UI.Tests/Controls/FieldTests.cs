using Bunit;
using Flint.Operator.UI.Controls;

namespace Flint.Operator.UI.Tests.Controls;

public sealed class FieldTests : UITest
{
    [Fact]
    public async Task FieldText_Typed_ReportsEveryInput()
    {
        string? value = null;
        var field = Render<FieldText>(p => p.Add(f => f.Label, "Title").Add(f => f.TestId, "link-title").Add(f => f.ValueChanged, text => value = text));

        await field.Find("[data-testid=link-title]").InputAsync("Membership");

        Assert.Equal("Membership", value);
    }

    [Fact]
    public void FieldText_WithHint_IsLabelledAndDescribed()
    {
        var field = Render<FieldText>(p => p.Add(f => f.Label, "Title").Add(f => f.Hint, "The buyer reads this"));
        var input = field.Find("input");

        Assert.Equal(input.Id, field.Find("label").GetAttribute("for"));
        Assert.Equal("The buyer reads this", field.Find($"#{input.GetAttribute("aria-describedby")}").TextContent);
    }

    [Fact]
    public void FieldText_WithError_ShowsItInPlaceOfTheHint()
    {
        var field = Render<FieldText>(p => p.Add(f => f.Label, "Price").Add(f => f.Hint, "As 12.50").Add(f => f.Error, "Not an amount"));
        var input = field.Find("input");

        Assert.Equal("true", input.GetAttribute("aria-invalid"));
        var error = field.Find("[data-testid=error]");
        Assert.Equal(error.Id, input.GetAttribute("aria-describedby"));
        Assert.Equal("Not an amount", error.TextContent.Trim());
        Assert.DoesNotContain("As 12.50", field.Markup, StringComparison.Ordinal);
    }

    [Fact]
    public async Task FieldSelect_Chosen_ReportsTheValue()
    {
        string? value = null;
        var field = Render<FieldSelect>(p => p.Add(f => f.Label, "Currency").Add(f => f.Value, "USD").Add(f => f.ValueChanged, chosen => value = chosen)
            .Add(f => f.Options, [new FieldOption("USD", "US dollar"), new FieldOption("EUR", "Euro")]));

        await field.Find("select").ChangeAsync("EUR");

        Assert.Equal("EUR", value);
        Assert.Equal(field.Find("select").Id, field.Find("label").GetAttribute("for"));
    }

    [Fact]
    public async Task FieldSwitch_Toggled_ReportsIt()
    {
        bool? value = null;
        var field = Render<FieldSwitch>(p => p.Add(f => f.Label, "Sounds").Add(f => f.ValueChanged, on => value = on));

        await field.Find("label input[role=switch]").ChangeAsync(true);

        Assert.True(value);
    }
}
