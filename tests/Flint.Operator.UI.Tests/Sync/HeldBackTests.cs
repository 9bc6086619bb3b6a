using Bunit;
using Flint.Operator.Core.Account;
using Flint.Operator.Core.Sync.Operations;
using Flint.Operator.Testing.Api;
using Flint.Operator.UI.Checkouts;
using Flint.Operator.UI.PaymentLinks;
using Flint.Operator.UI.Sync;
using Flint.Operator.ViewModels.Shell;
using Microsoft.Extensions.DependencyInjection;

namespace Flint.Operator.UI.Tests.Sync;

/// <summary>What the key in force cannot send says so, in the outbox and on its record: no network brings it on.</summary>
public sealed class HeldBackTests : ScreenTest
{
    private static readonly string[] AllButLinks = ["checkouts.checkout_sessions.write", "commerce.orders.write"];
    private static readonly string[] AllButOrders = ["checkouts.checkout_sessions.write", "checkouts.payment_links.write"];

    [Fact]
    public async Task Outbox_RightMissing_NamesIt()
    {
        Bench.Flint.Scopes = AllButLinks;
        await Bench.CreateLinkAsync();
        await Bench.CycleAsync();

        var row = Render<OutboxView>().Find("[data-testid=outbox-row]");

        Assert.Contains("the API key lacks the right checkouts.payment_links.write", row.QuerySelector("[data-testid=right-missing]")!.TextContent, StringComparison.Ordinal);
        Assert.Equal("waiting-to-send", row.QuerySelector("[data-testid=state]")!.GetAttribute("data-state"));
    }

    [Fact]
    public async Task Outbox_RightGranted_SaysNoMoreOfIt()
    {
        Bench.Flint.Scopes = AllButLinks;
        await Bench.CreateLinkAsync();
        await Bench.CycleAsync();
        var view = Render<OutboxView>();

        Bench.Flint.Scopes = [];
        await Bench.RunAsync(TimeSpan.FromMinutes(2));

        await view.WaitForAssertionAsync(() => Assert.Contains("Nothing waits.", view.Markup, StringComparison.Ordinal));
    }

    [Fact]
    public async Task Link_RightMissing_SaysSoInPlaceOfTheNetwork()
    {
        Bench.Flint.Scopes = AllButLinks;
        var lid = await Bench.CreateLinkAsync();
        var view = Render<PaymentLinkView>(p => p.Add(v => v.Lid, lid));
        Assert.Empty(view.FindAll("[data-testid=right-missing]"));

        await Bench.CycleAsync();

        await view.WaitForAssertionAsync(() => Assert.Contains("lacks the right checkouts.payment_links.write", view.Find("[data-testid=right-missing]").TextContent, StringComparison.Ordinal));
        Assert.Contains("once the key has the right", view.Find("[data-testid=outcome]").TextContent, StringComparison.Ordinal);
        Assert.DoesNotContain("network", view.Find("[data-testid=outcome]").TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Checkout_RightMissing_SaysSoInPlaceOfTheNetwork()
    {
        Bench.Flint.Scopes = AllButOrders;
        var lid = await Bench.ChargeAsync();
        await Bench.CycleAsync();

        var view = Render<CheckoutView>(p => p.Add(v => v.Lid, lid));

        Assert.Contains("lacks the right commerce.orders.write", view.Find("[data-testid=right-missing]").TextContent, StringComparison.Ordinal);
        Assert.Contains("once the key has the right", view.Find("[data-testid=outcome]").TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Outbox_OfAnotherAccount_IsCountedAndOffersNothingThatWouldSendItToThisOne()
    {
        await Bench.CycleAsync();
        Bench.Flint.Fail(FlintFault.Refused);
        await Bench.CreateLinkAsync("Refused there");
        await Bench.CycleAsync();
        Bench.Flint.IsDown = true;
        await Bench.CreateLinkAsync("Of the first");
        Bench.Flint.IsDown = false;
        Bench.Flint.Account = new AccountIdentity("mer_2", "live", null);
        Bench.Connection.Use(Bench.Connection.Current with { ApiKey = "flint_live_other" });
        await Bench.CycleAsync();

        var view = Render<OutboxView>();

        Assert.Contains("2 waiting on this device", view.Markup, StringComparison.Ordinal);
        Assert.Contains("2 of another account", view.Markup, StringComparison.Ordinal);
        Assert.All(view.FindAll("[data-testid=outbox-row]"), row => Assert.Contains("Made for the account mer_1, test.", row.QuerySelector("[data-testid=other-account]")!.TextContent, StringComparison.Ordinal));
        Assert.True(view.Find("[data-testid=outbox-send-now]").HasAttribute("disabled"));
        Assert.Empty(view.FindAll("[data-testid=outbox-row] a, [data-testid=outbox-fix]"));
    }

    [Fact]
    public async Task Shell_AccountChanges_CountsWhatWaitsForTheOtherOne()
    {
        await Bench.CycleAsync();
        Bench.Flint.IsDown = true;
        await Bench.CreateLinkAsync();
        Bench.Flint.IsDown = false;
        using var shell = ActivatorUtilities.CreateInstance<ShellViewModel>(Services);
        await shell.LoadAsync(CancellationToken.None);
        var counted = new TaskCompletionSource();
        shell.PropertyChanged += (_, _) => _ = shell.Outbox.OfAnotherAccount == 1 && counted.TrySetResult();

        Bench.Flint.Account = new AccountIdentity("mer_2", "live", null);
        Bench.Connection.Use(Bench.Connection.Current with { ApiKey = "flint_live_other" });
        await Bench.CycleAsync();

        await counted.Task.WaitAsync(TimeSpan.FromSeconds(30));
        Assert.Equal((0, 1), (shell.Outbox.Waiting, shell.Outbox.All));
    }

    [Fact]
    public async Task Outbox_OfAnotherAccountAndNeverSent_CanBeCancelled()
    {
        await Bench.CycleAsync();
        Bench.Flint.IsDown = true;
        await Bench.CreateLinkAsync();
        Bench.Flint.IsDown = false;
        Bench.Flint.Account = new AccountIdentity("mer_2", "live", null);
        Bench.Connection.Use(Bench.Connection.Current with { ApiKey = "flint_live_other" });
        await Bench.CycleAsync();
        var view = Render<OutboxView>();

        await view.Find("[data-testid=outbox-cancel]").ClickAsync();

        await view.WaitForAssertionAsync(() => Assert.Contains("Nothing waits.", view.Markup, StringComparison.Ordinal));
        Assert.Equal(OperationState.Cancelled, Assert.Single(Bench.Store.Operations).State);
    }
}
