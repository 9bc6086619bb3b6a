using Flint.Operator.Core.Sync;
using Flint.Operator.Core.Sync.Operations;
using Flint.Operator.Core.Sync.Outbox;
using Xunit;
using static Flint.Operator.Testing.Stores.StoreSamples;

namespace Flint.Operator.Testing.Stores;

/// <summary>What <see cref="IOutboxStore"/> promises.</summary>
public abstract class OutboxStoreAcceptance : StoreAcceptance
{
    [Fact]
    public async Task Summarise_NothingOpen_IsEmpty()
    {
        await CommitAsync(AddLink("L1"), CreateLink("A", "L1"));
        await MoveAsync("A", o => o with { State = OperationState.Dropped });

        Assert.Equal(OutboxSummary.Empty, await Stores.Outbox.SummariseAsync(None));
    }

    [Fact]
    public async Task Summarise_SomeNeedAPerson_CountsBoth()
    {
        var later = Creating("B", "L1", new OperationIntent.CreatePaymentLink(Link()), OperationState.Refused) with { CreatedAt = Start.AddMinutes(5) };
        await CommitAsync(AddLink("L1"), new StoreChange.AddOperation(later), CreateLink("A", "L1"), CreateLink("C", "L1", OperationState.Held), CreateLink("D", "L1", OperationState.Triage));

        Assert.Equal(new OutboxSummary(4, 3, Start), await Stores.Outbox.SummariseAsync(None));
    }

    [Fact]
    public async Task List_OfEveryKind_NamesTheRecordAndItsAmount()
    {
        await CommitAsync(AddLink("L1"), CreateLink("A", "L1"), AddOrder("O1"), CreateOrder("B", "O1"), AddSession("S1", "O1"), CreateSession("C", "S1", "O1", "B"));

        var entries = await Stores.Outbox.ListAsync(0, 10, None);

        Assert.Equal(
            [("A", "Membership dues", Usd(15_000)), ("B", "Site visit", Charge().EstimatedTotal), ("C", "Site visit", Charge().EstimatedTotal)],
            entries.Select(e => (e.Operation.Id, e.Title, e.AmountMoney!)));
        Same(await Stores.Operator.LoadOpenAsync(None), entries.Select(e => e.Operation));
    }

    [Fact]
    public async Task List_OnceTheApiHasSpoken_UsesItsWords()
    {
        await CommitAsync(AddOrder("O1"), AddSession("S1", "O1"), CreateSession("C", "S1", "O1"), Put("O1", OrderAt("ord_1")));

        var entry = Assert.Single(await Stores.Outbox.ListAsync(0, 10, None));

        Assert.Equal(("Site visit, as billed", Usd(16_500)), (entry.Title, entry.AmountMoney));
    }

    [Fact]
    public async Task List_LinkWithoutPrice_HasNoAmount()
    {
        await CommitAsync(AddLink("L1"), CreateLink("A", "L1"), Put("L1", LinkAt("link_1") with { AmountMoney = null }));

        Assert.Null(Assert.Single(await Stores.Outbox.ListAsync(0, 10, None)).AmountMoney);
    }

    [Fact]
    public async Task List_AfterAttempts_TellsTheLast()
    {
        await CommitAsync(AddLink("L1"), CreateLink("A", "L1"), new StoreChange.StartAttempt("A", 1, 0, "fop_A-1", Start));
        Assert.Equal(new Attempt(1, Start, null, null, null, "fop_A-1"), await LastAttemptAsync());

        await CommitAsync(new StoreChange.EndAttempt("A", 1, "NotSent", null, null, Start.AddSeconds(1)));
        Assert.Equal(new Attempt(1, Start, Start.AddSeconds(1), "NotSent", null, "fop_A-1"), await LastAttemptAsync());

        await CommitAsync(new StoreChange.StartAttempt("A", 2, 0, "fop_A-2", Start.AddMinutes(1)), new StoreChange.EndAttempt("A", 2, "Refused", 400, "req_9", Start.AddMinutes(2)));
        Assert.Equal(new Attempt(2, Start.AddMinutes(1), Start.AddMinutes(2), "Refused", 400, "req_9"), await LastAttemptAsync());
    }

    [Fact]
    public async Task List_PageByPage_GivesEachOnceInLineOrder()
    {
        await CommitAsync([AddLink("L1"), .. Enumerable.Range(1, 5).Select(i => CreateLink($"A{6 - i}", "L1"))]);

        var first = await Stores.Outbox.ListAsync(0, 3, None);
        var second = await Stores.Outbox.ListAsync(first[^1].Operation.Position, 3, None);

        Assert.Equal(["A5", "A4", "A3", "A2", "A1"], first.Concat(second).Select(e => e.Operation.Id));
    }

    [Fact]
    public async Task ListAttempts_NeverSent_HasNone()
    {
        await CommitAsync(AddLink("L1"), CreateLink("A", "L1"));

        Assert.Empty(await Stores.Outbox.ListAttemptsAsync("A", None));
        Assert.Empty(await Stores.Outbox.ListAttemptsAsync("nobody", None));
    }

    [Fact]
    public async Task ListAttempts_OfOneOperation_TellsAllInOrderAndNoOthers()
    {
        await CommitAsync(AddLink("L1"), CreateLink("A", "L1"), CreateLink("B", "L1"));
        for (var number = 1; number <= 11; number++)
        {
            await CommitAsync(
                new StoreChange.StartAttempt("A", number, 0, $"fop_A-{number}", Start.AddMinutes(number)),
                new StoreChange.EndAttempt("A", number, "InDoubt", 503, $"req_{number}", Start.AddMinutes(number).AddSeconds(2)));
        }

        await CommitAsync(new StoreChange.StartAttempt("A", 12, 0, "fop_A-12", Start.AddHours(1)), new StoreChange.StartAttempt("B", 1, 0, "fop_B-1", Start));

        var attempts = await Stores.Outbox.ListAttemptsAsync("A", None);

        Assert.Equal(
            [
                .. Enumerable.Range(1, 11).Select(n => new Attempt(n, Start.AddMinutes(n), Start.AddMinutes(n).AddSeconds(2), "InDoubt", 503, $"req_{n}")),
                new Attempt(12, Start.AddHours(1), null, null, null, "fop_A-12"),
            ],
            attempts);
    }

    private async Task<Attempt?> LastAttemptAsync() => Assert.Single(await Stores.Outbox.ListAsync(0, 10, None)).LastAttempt;
}
