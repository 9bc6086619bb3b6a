using Bunit;
using Flint.Operator.UI.Shell;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Web;
using Microsoft.Extensions.DependencyInjection;

namespace Flint.Operator.UI.Tests.Shell;

public sealed class ShellFrameTests : UITest
{
    [Fact]
    public void Render_TestOfflineWithWaiting_SaysAllThree()
    {
        var frame = RenderFrame(new ShellStatus(IsTest: true, "offline", 3, "Maya", "Counter 2", "light", Notice: null));

        Assert.Equal("TEST", frame.Find("[data-testid=mode-test]").TextContent);
        var connectivity = frame.Find("[data-testid=connectivity]");
        Assert.Equal("offline", connectivity.GetAttribute("data-connectivity"));
        Assert.Equal("Offline · 3 waiting", connectivity.TextContent.Trim());
        Assert.Equal("3", frame.Find("[data-testid=waiting-count]").TextContent);
        Assert.Equal("Maya · Counter 2", frame.Find(".operator").TextContent.Trim());
    }

    [Fact]
    public void Render_LiveOnlineNothingWaiting_IsQuiet()
    {
        var frame = RenderFrame(new ShellStatus(IsTest: false, "online", 0, OperatorName: null, DeviceName: null, "light", Notice: null));

        Assert.Empty(frame.FindAll("[data-testid=mode-test]"));
        Assert.Empty(frame.FindAll("[data-testid=waiting-count]"));
        Assert.Empty(frame.FindAll(".operator"));
        Assert.Empty(frame.FindAll("[role=status]"));
        Assert.Equal("Online", frame.Find("[data-testid=connectivity]").TextContent.Trim());
    }

    [Fact]
    public void Render_Notice_IsAnnounced()
    {
        var frame = RenderFrame(new ShellStatus(IsTest: false, "online", 0, null, null, "light", "Flint refused the key"));

        Assert.StartsWith("Flint refused the key", frame.Find("[role=status]").TextContent.Trim(), StringComparison.Ordinal);
        Assert.Equal("/settings", frame.Find("[role=status] a").GetAttribute("href"));
    }

    [Fact]
    public void Render_Screen_PutsItsTitleInTheHeader()
    {
        var frame = RenderFrame(Quiet, p => p.AddChildContent<Screen>(s => s.Add(c => c.Title, "Checkout").Add(c => c.Back, "/checkouts").AddChildContent("<p>body</p>")));

        Assert.Equal("Checkout", frame.Find("header h1").TextContent);
        Assert.Equal("/checkouts", frame.Find("header a[aria-label=Back]").GetAttribute("href"));
        Assert.Equal("body", frame.Find("main p").TextContent);
    }

    [Fact]
    public async Task Render_ScreenThrows_SaysSoAndOpensAgain()
    {
        var broken = true;
        RenderFragment body = builder =>
        {
            if (broken) throw new InvalidOperationException("secret detail");
            builder.AddContent(0, "works");
        };
        var frame = RenderFrame(Quiet, p => p.AddChildContent(inner =>
        {
            inner.OpenComponent<Fragile>(0);
            inner.AddComponentParameter(1, nameof(Fragile.Body), body);
            inner.CloseComponent();
        }));

        Assert.Contains("This screen stopped working", frame.Find("main [role=alert]").TextContent, StringComparison.Ordinal);
        Assert.DoesNotContain("secret detail", frame.Markup, StringComparison.Ordinal);

        broken = false;
        await frame.Find("main [role=alert] button").ClickAsync();
        Assert.Equal("works", frame.Find("main").TextContent.Trim());
    }

    private static ShellStatus Quiet => new(IsTest: false, "online", 0, null, null, "light", Notice: null);

    private IRenderedComponent<ShellFrame> RenderFrame(ShellStatus status, Action<ComponentParameterCollectionBuilder<ShellFrame>>? more = null) =>
        Render<ShellFrame>(p =>
        {
            p.Add(f => f.IsTest, status.IsTest).Add(f => f.Connectivity, status.Connectivity).Add(f => f.WaitingCount, status.WaitingCount)
                .Add(f => f.OperatorName, status.OperatorName).Add(f => f.DeviceName, status.DeviceName).Add(f => f.Notice, status.Notice);
            more?.Invoke(p);
        });

    private sealed class Fragile : ComponentBase
    {
        [Parameter] public RenderFragment? Body { get; set; }

        protected override void BuildRenderTree(Microsoft.AspNetCore.Components.Rendering.RenderTreeBuilder builder) => builder.AddContent(0, Body);
    }
}
