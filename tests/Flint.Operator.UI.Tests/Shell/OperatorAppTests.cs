using Bunit;
using Flint.Operator.UI.Shell;
using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.DependencyInjection;

namespace Flint.Operator.UI.Tests.Shell;

public sealed class OperatorAppTests : UITest
{
    [Fact]
    public void Navigate_NoScreenThere_SaysSoInsideTheShell()
    {
        Services.GetRequiredService<NavigationManager>().NavigateTo("/no-such-screen");

        var app = Render<OperatorApp>(p => p.Add(a => a.Status, new ShellStatus(IsTest: true, "limited", 1, "Maya", null, "dark", null)));

        Assert.Equal("Not found", app.Find("header h1").TextContent);
        Assert.Equal("limited", app.Find("[data-testid=connectivity]").GetAttribute("data-connectivity"));
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
