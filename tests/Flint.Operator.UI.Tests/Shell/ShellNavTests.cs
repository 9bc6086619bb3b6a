using Bunit;
using Flint.Operator.UI.Shell;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Web;
using Microsoft.Extensions.DependencyInjection;

namespace Flint.Operator.UI.Tests.Shell;

public sealed class ShellNavTests : UITest
{
    [Fact]
    public void Render_Always_HasEveryPlaceOnceWithItsWord()
    {
        var nav = Render<ShellNav>();

        Assert.Equal(
            ["Collect", "Checkouts", "Links", "Outbox", "Activity", "Settings"],
            nav.FindAll("a[data-testid^=nav-]").Select(link => link.TextContent.Trim()),
            StringComparer.Ordinal);
        Assert.Equal("nav-collect", CurrentPlace(nav));
    }

    [Fact]
    public async Task Navigate_Elsewhere_MovesTheMark()
    {
        var nav = Render<ShellNav>();

        await nav.InvokeAsync(() => Services.GetRequiredService<NavigationManager>().NavigateTo("/outbox"));

        Assert.Equal("nav-outbox", CurrentPlace(nav));
    }

    [Fact]
    public void Render_SomethingWaiting_SaysHowManyOnTheOutbox()
    {
        var nav = Render<ShellNav>(p => p.Add(n => n.WaitingCount, 3));

        Assert.Equal("3", nav.Find("[data-testid=nav-outbox] .count").TextContent);
        Assert.Equal("3 waiting to be sent", nav.Find("[data-testid=nav-outbox] .visually-hidden").TextContent);
        Assert.Single(nav.FindAll(".count"));
    }

    [Fact]
    public async Task More_OpenedAndEscaped_TellsAssistiveTechnology()
    {
        var nav = Render<ShellNav>();

        await nav.Find("button").ClickAsync();
        Assert.Equal("true", nav.Find("button").GetAttribute("aria-expanded"));

        await nav.Find("nav").KeyDownAsync(new KeyboardEventArgs { Key = "Escape" });
        Assert.Equal("false", nav.Find("button").GetAttribute("aria-expanded"));
    }

    [Fact]
    public async Task More_WentToAFurtherPlace_ClosesAndIsLit()
    {
        var nav = Render<ShellNav>();
        await nav.Find("button").ClickAsync();

        await nav.InvokeAsync(() => Services.GetRequiredService<NavigationManager>().NavigateTo("/activity"));

        Assert.Equal("false", nav.Find("button").GetAttribute("aria-expanded"));
        Assert.Contains("on", nav.Find("button").ClassList, StringComparer.Ordinal);
    }

    private static string? CurrentPlace(IRenderedComponent<ShellNav> nav) =>
        Assert.Single(nav.FindAll("a[aria-current=page]")).GetAttribute("data-testid");
}
