using Bunit;
using Flint.Operator.Core.Account;
using Flint.Operator.UI.Settings;

namespace Flint.Operator.UI.Tests.Settings;

public sealed class LeaveGuardTests : ScreenTest
{
    [Fact]
    public async Task Save_NewKeyWhileSomethingWaits_ShowsTheCountTheExportAndTheWord()
    {
        var view = await OpenGuardAsync();

        var guard = view.Find("[data-testid=leave-guard]");
        Assert.Contains("2 wait to be sent", guard.QuerySelector("[role=alert]")!.TextContent, StringComparison.Ordinal);
        Assert.Contains("bound to the account mer_1; nothing is deleted", guard.TextContent, StringComparison.Ordinal);
        Assert.Equal("/outbox.csv", guard.QuerySelector("[data-testid=outbox-export]")!.GetAttribute("href"));
        Assert.True(guard.QuerySelector("[data-testid=outbox-export]")!.HasAttribute("download"));
        Assert.Empty(view.FindAll("[data-testid=settings-key]"));
        Assert.Equal("flint_test_key", Bench.Connection.Current.ApiKey);
    }

    [Fact]
    public async Task Leave_WithoutTheWord_SaysSoAndChangesNothing()
    {
        var view = await OpenGuardAsync();

        await view.Find("[data-testid=leave-guard]").SubmitAsync();

        Assert.Contains("Type LEAVE here", view.Find("[data-testid=leave-guard] [data-testid=error]").TextContent, StringComparison.Ordinal);
        Assert.Equal("flint_test_key", Bench.Connection.Current.ApiKey);
    }

    [Fact]
    public async Task Leave_WithTheWord_ChangesTheKeyAndKeepsTheQueue()
    {
        var view = await OpenGuardAsync();
        await view.Find("[data-testid=leave-word]").InputAsync("leave");

        await view.Find("[data-testid=leave-guard]").SubmitAsync();

        await view.WaitForAssertionAsync(() => Assert.Empty(view.FindAll("[data-testid=leave-guard]")));
        Assert.Equal("flint_test_other", Bench.Connection.Current.ApiKey);
        Assert.Equal("flint_test_other", Bench.Secrets.Secrets[ConnectionOperations.KeyName]);
        Assert.Equal(2, Bench.Store.Operations.Count(operation => !operation.IsFinal));
        Assert.DoesNotContain("flint_test_other", view.Markup, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Stay_PutsTheFormBackWithoutTheKey()
    {
        var view = await OpenGuardAsync();

        await view.Find("[data-testid=leave-stay]").ClickAsync();

        Assert.Equal("", view.Find("[data-testid=settings-key]").GetAttribute("value") ?? "");
        Assert.Equal("flint_test_key", Bench.Connection.Current.ApiKey);
    }

    [Fact]
    public async Task RemoveKey_WhileSomethingWaits_AsksTwiceAndDeletesNothing()
    {
        await WaitAsync();
        var view = Render<SettingsView>();
        await view.Find("[data-testid=settings-remove-key]").ClickAsync();
        await view.Find("[data-testid=settings-remove-key-yes]").ClickAsync();
        Assert.Contains("Without a key nothing is sent.", view.Find("[data-testid=leave-guard]").TextContent, StringComparison.Ordinal);

        await view.Find("[data-testid=leave-word]").InputAsync("LEAVE");
        await view.Find("[data-testid=leave-guard]").SubmitAsync();

        await view.WaitForAssertionAsync(() => Assert.Contains("The key was removed from this device.", view.Markup, StringComparison.Ordinal));
        Assert.Null(Bench.Connection.Current.ApiKey);
        Assert.Equal(2, Bench.Store.Operations.Count(operation => !operation.IsFinal));
        Assert.Empty(view.FindAll("[data-testid=settings-remove-key]"));
    }

    [Fact]
    public async Task RemoveKey_NothingWaits_IsAskedOnceAndCanBeLeft()
    {
        var view = Render<SettingsView>();
        await view.Find("[data-testid=settings-remove-key]").ClickAsync();
        Assert.Contains("Nothing more is sent", view.Find("[role=alertdialog]").TextContent, StringComparison.Ordinal);

        await view.Find("[data-testid=settings-remove-key-no]").ClickAsync();
        Assert.NotNull(Bench.Connection.Current.ApiKey);
        await view.Find("[data-testid=settings-remove-key]").ClickAsync();
        await view.Find("[data-testid=settings-remove-key-yes]").ClickAsync();

        Assert.Null(Bench.Connection.Current.ApiKey);
    }

    private async Task<IRenderedComponent<SettingsView>> OpenGuardAsync()
    {
        await WaitAsync();
        var view = Render<SettingsView>();
        await view.Find("[data-testid=settings-key]").InputAsync("flint_test_other");
        await view.FindAll("form").Single(form => form.QuerySelector("[data-testid=settings-save-connection]") is not null).SubmitAsync();
        return view;
    }

    // The account is known since the first link was made.
    private async Task WaitAsync()
    {
        await Bench.CreateLinkAsync();
        await Bench.CycleAsync();
        Bench.Flint.IsDown = true;
        await Bench.ChargeAsync();
    }
}
