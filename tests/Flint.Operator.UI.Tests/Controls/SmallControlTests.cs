using Bunit;
using Flint.Operator.UI.Controls;

namespace Flint.Operator.UI.Tests.Controls;

public sealed class SmallControlTests : UITest
{
    [Fact]
    public void ErrorText_WithReason_IsAnAlert()
    {
        var error = Render<ErrorText>(p => p.Add(e => e.Text, "Currency must match the other lines")).Find("[role=alert]");

        Assert.Equal("error", error.GetAttribute("data-testid"));
        Assert.Equal("Currency must match the other lines", error.TextContent.Trim());
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    public void ErrorText_WithoutReason_DrawsNothing(string? reason) =>
        Assert.Equal("", Render<ErrorText>(p => p.Add(e => e.Text, reason)).Markup.Trim());

    [Fact]
    public void MoneyText_Amount_IsShownAsGiven()
    {
        var money = Render<MoneyText>(p => p.Add(m => m.Text, "1.234,50 €").Add(m => m.Size, MoneySize.Detail).Add(m => m.Tone, "paid")).Find(".money");

        Assert.Equal("1.234,50 €", money.TextContent);
        Assert.Contains("size-detail", money.ClassList, StringComparer.Ordinal);
        Assert.Contains("tone-paid", money.ClassList, StringComparer.Ordinal);
    }

    [Fact]
    public void Card_WithTitle_IsARegionNamedByIt()
    {
        var card = Render<Card>(p => p.Add(c => c.Title, "What they pay").AddChildContent("<p>lines</p>"));

        Assert.Equal(card.Find("h2").Id, card.Find("section").GetAttribute("aria-labelledby"));
        Assert.Equal("lines", card.Find("p").TextContent);
    }

    [Fact]
    public void Card_WithoutTitle_HasNoNameAndNoHeading()
    {
        var card = Render<Card>(p => p.AddChildContent("x"));

        Assert.False(card.Find("section").HasAttribute("aria-labelledby"));
        Assert.Empty(card.FindAll("h2"));
    }

    [Fact]
    public void EmptyState_Always_SaysWhatToDoFirst()
    {
        var empty = Render<EmptyState>(p => p
            .Add(e => e.Icon, IconName.Link).Add(e => e.Title, "No payment links yet").Add(e => e.Hint, "Make one").AddChildContent("<a href='/links/new'>New</a>"));

        Assert.Equal("No payment links yet", empty.Find("b").TextContent);
        Assert.Equal("Make one", empty.Find("p").TextContent);
        Assert.Equal("/links/new", empty.Find("a").GetAttribute("href"));
    }

    [Fact]
    public void ListRow_WithAction_KeepsItAtTheEnd()
    {
        var row = Render<ListRow>(p => p.Add(r => r.Icon, IconName.Clock).Add(r => r.Title, "Ends at 14:36").AddChildContent("<button>Renew</button>"));

        Assert.Equal("Renew", row.Find(".list-row > :last-child").TextContent);
    }

    [Fact]
    public void TotalsLine_Total_PairsTermAndAmount()
    {
        var line = Render<TotalsLine>(p => p.Add(l => l.Label, "Total").Add(l => l.Amount, "$231.15").Add(l => l.Note, "estimated until sent").Add(l => l.IsTotal, value: true));

        Assert.Equal("Total estimated until sent", line.Find("dt").TextContent);
        Assert.Equal("$231.15", line.Find("dd").TextContent);
        Assert.Contains("total", line.Find("div").ClassList, StringComparer.Ordinal);
    }

    [Fact]
    public void Icon_EveryName_HasAShapeOfItsOwnAndIsHidden()
    {
        var shapes = Enum.GetValues<IconName>().Select(name =>
        {
            var svg = Render<Icon>(p => p.Add(i => i.Name, name)).Find("svg");
            Assert.Equal("true", svg.GetAttribute("aria-hidden"));
            return svg.QuerySelector("path")!.GetAttribute("d")!;
        }).ToList();

        Assert.Equal(shapes.Count, shapes.Distinct(StringComparer.Ordinal).Count());
    }
}
