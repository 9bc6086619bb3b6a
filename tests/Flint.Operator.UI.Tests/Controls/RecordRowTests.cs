using Bunit;
using Flint.Operator.UI.Controls;

namespace Flint.Operator.UI.Tests.Controls;

public sealed class RecordRowTests : UITest
{
    [Fact]
    public void Render_Record_IsOneLinkWithItsFacts()
    {
        var row = Render<RecordRow>(p => p
            .Add(r => r.Lid, "01JX").Add(r => r.Href, "/links/01JX").Add(r => r.Icon, IconName.Link)
            .Add(r => r.Title, "Collect membership dues").Add(r => r.Subtitle, "Reusable").Add(r => r.Amount, "$150.00").Add(r => r.State, "ready"));

        var link = row.Find("li > a[data-testid=row]");
        Assert.Equal("01JX", link.GetAttribute("data-lid"));
        Assert.Equal("/links/01JX", link.GetAttribute("href"));
        Assert.Equal("$150.00", link.QuerySelector(".money")!.TextContent);
        Assert.Equal("ready", link.QuerySelector("[data-testid=state]")!.GetAttribute("data-state"));
        Assert.False(link.HasAttribute("aria-current"));
    }

    [Fact]
    public void Render_Current_SaysSo()
    {
        var row = Render<RecordRow>(p => p
            .Add(r => r.Lid, "a").Add(r => r.Href, "/").Add(r => r.Icon, IconName.Link).Add(r => r.Title, "T").Add(r => r.Current, value: true).Add(r => r.TestId, "outbox-row"));

        Assert.Equal("true", row.Find("[data-testid=outbox-row]").GetAttribute("aria-current"));
        Assert.Empty(row.FindAll("[data-testid=state]"));
    }
}
