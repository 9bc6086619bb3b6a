using Bunit;
using Flint.Operator.Core.Sync;
using Flint.Operator.Core.Sync.Backups;
using Flint.Operator.Core.Sync.Operations;
using Flint.Operator.Testing.Sync;
using Flint.Operator.UI.Sync;

namespace Flint.Operator.UI.Tests.Sync;

/// <summary>Everything that was open when a file changed its device, or was put back: one card, one answer.</summary>
public sealed class HoldCardTests : ScreenTest
{
    [Fact]
    public async Task Copied_OneCardAsksWhetherTheOtherDeviceIsRetired()
    {
        var view = await OpenAsync(() => Bench.CopyAsync());

        var card = Assert.Single(view.FindAll("[data-testid=outbox-hold]"));
        Assert.Contains("This data was copied from another device", card.QuerySelector("h2")!.TextContent, StringComparison.Ordinal);
        Assert.Contains("until you confirm that the other device is retired", card.TextContent, StringComparison.Ordinal);
        Assert.Contains("what Flint has is taken over, and what it does not have is sent once", card.TextContent, StringComparison.Ordinal);
        Assert.Empty(view.FindAll("[data-testid=outbox-row]"));
    }

    [Fact]
    public async Task Copied_Confirmed_LooksEverythingUpAndSaysSo()
    {
        var view = await OpenAsync(() => Bench.CopyAsync());

        await view.Find("[data-testid=outbox-confirm-all]").ClickAsync();

        await view.WaitForAssertionAsync(() => Assert.Equal(["checking", "checking"], view.FindAll("[data-testid=outbox-row] [data-testid=state]").Select(state => state.GetAttribute("data-state"))));
        Assert.Equal("Everything that was held is looked up at Flint now.", view.Find("[role=status]").TextContent);
        Assert.Empty(view.FindAll("[data-testid=outbox-hold]"));
    }

    [Fact]
    public async Task Restored_SaysFromWhenItIsAndWhatIsMissing()
    {
        var view = await OpenAsync(() => Bench.RestoreAsync());

        var card = view.Find("[data-testid=outbox-hold]");
        Assert.Contains("This data was put back from a backup", card.TextContent, StringComparison.Ordinal);
        Assert.Contains("The newest of what waits in it was made 08:00.", card.TextContent, StringComparison.Ordinal);
        await view.Find("[data-testid=outbox-confirm-all]").ClickAsync();

        await view.WaitForAssertionAsync(() => Assert.Empty(view.FindAll("[data-testid=outbox-hold]")));
        Assert.All(Bench.Store.Operations, operation => Assert.Equal(OperationState.Unknown, operation.State));
    }

    [Fact]
    public async Task Restored_InTheRunThatPutItBack_NamesTheBackup()
    {
        var view = await OpenAsync(async () =>
        {
            await Bench.RestoreAsync();
            Bench.Get<StoreNotices>().Tell(new StoreNotice.Restored(Bench.Time.GetUtcNow().AddMinutes(-30), null));
        });

        Assert.Contains("The backup is of 07:30.", view.Find("[data-testid=outbox-hold]").TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Each_Opened_CanBeDecidedAlone()
    {
        var view = await OpenAsync(() => Bench.CopyAsync());
        var each = view.Find("[data-testid=outbox-each]");
        Assert.Equal(("Decide about each of the 2", "false"), (each.TextContent, each.GetAttribute("aria-expanded")));

        await each.ClickAsync();
        Assert.Equal(2, view.FindAll("[data-testid=outbox-row]").Count);
        Assert.Contains("Held because this data was copied from another device", view.Find("[data-testid=outbox-row]").TextContent, StringComparison.Ordinal);
        await view.Find("[data-testid=outbox-discard]").ClickAsync();
        await view.Find("[data-testid=outbox-discard-yes]").ClickAsync();

        await view.WaitForAssertionAsync(() => Assert.Equal("Decide about it alone", view.Find("[data-testid=outbox-each]").TextContent));
        Assert.Equal([OperationState.Dropped, OperationState.Held], Bench.Store.Operations.Select(operation => operation.State));
    }

    private async Task<IRenderedComponent<OutboxView>> OpenAsync(Func<Task> happened)
    {
        Bench.Flint.IsDown = true;
        await Bench.CreateLinkAsync("One");
        await Bench.CreateLinkAsync("Two");
        await Bench.CycleAsync();
        await happened();
        return Render<OutboxView>();
    }
}
