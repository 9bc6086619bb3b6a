using Bunit;
using Flint.Operator.Core.Settings;
using Flint.Operator.UI.Shell;
using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.DependencyInjection;

namespace Flint.Operator.UI.Tests.Shell;

public sealed class OperatorAppTests : ScreenTest
{
    public OperatorAppTests() =>
        Services.GetRequiredService<NavigationManager>().NavigateTo("/no-such-screen");

    [Fact]
    public void Navigate_NoScreenThere_SaysSoInsideTheShell()
    {
        var app = Render<OperatorApp>();

        Assert.Equal("Not found", app.Find("header h1").TextContent);
        Assert.Equal("offline", app.Find("[data-testid=connectivity]").GetAttribute("data-connectivity"));
        Assert.Equal("TEST", app.Find("[data-testid=mode-test]").TextContent);
    }

    [Fact]
    public async Task Commit_WithoutATap_CountsInTheHeader()
    {
        var app = Render<OperatorApp>();
        Assert.Empty(app.FindAll("[data-testid=waiting-count]"));

        await Bench.ChargeAsync();

        await app.WaitForAssertionAsync(() => Assert.Equal("2", app.Find("[data-testid=waiting-count]").TextContent));
    }

    [Fact]
    public async Task KeyRefused_IsSaidOnEveryScreenAndLosesNothing()
    {
        Bench.Flint.KeyIsRefused = true;
        await Bench.CreateLinkAsync();
        var app = Render<OperatorApp>();

        await Bench.CycleAsync();

        await app.WaitForAssertionAsync(() => Assert.Contains("INVALID_API_KEY", app.Find("[role=status]").TextContent, StringComparison.Ordinal));
        Assert.Equal("1", app.Find("[data-testid=waiting-count]").TextContent);
    }

    [Fact]
    public async Task KeyRefused_LeadsToTheSettingsAndCountsWhatIsKept()
    {
        Bench.Flint.KeyIsRefused = true;
        await Bench.ChargeAsync();
        await Bench.CycleAsync();

        var app = Render<OperatorApp>();

        Assert.Contains("Nothing is lost: 2 wait here", app.Find("[role=status]").TextContent, StringComparison.Ordinal);
        Assert.Equal("/settings", app.Find("[data-testid=notice-settings]").GetAttribute("href"));
    }

    [Fact]
    public async Task Settings_SavedWhileOpen_AreShownAtOnce()
    {
        var app = Render<OperatorApp>();

        await Bench.Settings.SaveAsync(OperatorSettings.Default with { Appearance = Appearance.Dark, OperatorName = "Maya" }, CancellationToken.None);

        // Theme and name are read by two components, each in its own time.
        await app.WaitForAssertionAsync(() => Assert.Equal("dark", app.FindComponent<ThemeHost>().Instance.Appearance));
        await app.WaitForAssertionAsync(() => Assert.Contains("Maya", app.Find(".operator").TextContent, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData(Appearance.Dark, "dark")]
    [InlineData(Appearance.Light, "light")]
    [InlineData(Appearance.System, "system")]
    public async Task Load_SavedAppearance_IsFollowed(Appearance saved, string word)
    {
        await Bench.Settings.SaveAsync(OperatorSettings.Default with { Appearance = saved, OperatorName = "Maya" }, CancellationToken.None);

        var app = Render<OperatorApp>();

        Assert.Equal(word, app.FindComponent<ThemeHost>().Instance.Appearance);
        Assert.Contains("Maya", app.Find(".operator").TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public void Render_Appearance_IsFollowedByTheScript()
    {
        var module = JSInterop.SetupModule("./_content/Flint.Operator.UI/operator.js");
        module.Mode = JSRuntimeMode.Loose;

        Render<ThemeHost>(p => p.Add(t => t.Appearance, "dark"));

        Assert.Equal("dark", module.VerifyInvoke("followTheme").Arguments[0]);
    }
}
