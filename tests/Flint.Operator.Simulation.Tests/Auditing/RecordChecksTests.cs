using Flint.Operator.Core.Checkouts;
using Flint.Operator.Core.Sync;
using Flint.Operator.Core.Sync.Operations;
using Flint.Operator.Core.Sync.Pull;
using Flint.Operator.Simulation.Auditing;
using Flint.Operator.Simulation.Server;
using Flint.Operator.Testing.Api;
using Flint.Operator.Testing.Stores;
using static Flint.Operator.Simulation.Tests.Auditing.Doctored;

namespace Flint.Operator.Simulation.Tests.Auditing;

/// <summary>The auditor fails what a broken engine would leave: records (1, 5, 6, 17, 18, 20, 21).</summary>
public sealed class RecordChecksTests
{
    private readonly Ledger _ledger = EmptyLedger();

    [Fact]
    public void Invariant1_TwoRecordsUnderOneReference_Breaks()
    {
        var check = new Simulation.Auditing.RecordCheck(_ledger, ServerKind.Stale);
        _ledger.Happened = check.Happened;

        _ledger.Create(Snapshot, "key", null);
        check.Holds();
        _ledger.Create(Snapshot with { RemoteId = "pl_2" }, "key", null);

        check.Breaks(1);
    }

    [Fact]
    public void Invariant1_OfTheWorstServer_BreaksOnlyIfTheSecondStaysInUse()
    {
        var check = new RestCheck();
        _ledger.Create(Snapshot, "key", null);
        _ledger.Create(Snapshot with { RemoteId = "pl_2" }, "key", null);
        var rows = NoRows.With(Link with { State = OperationState.Done }).With("link", Snapshot);

        check.Rested(Rest(rows, _ledger, ServerKind.Worst));
        check.Breaks(1);

        _ledger.Change(Snapshot with { RemoteId = "pl_2", IsActive = false });
        var calm = new RestCheck();
        calm.Rested(Rest(rows, _ledger, ServerKind.Worst));
        calm.Holds();
    }

    [Theory]
    [InlineData("pl_1", "fop_of_another")]
    [InlineData("pl_never_made", null)]
    public void Invariant5_DoneWithARecordThatIsNotOurs_Breaks(string remoteId, string? reference)
    {
        _ledger.Create(Snapshot with { Reference = reference }, "key", null);
        var check = new Simulation.Auditing.RecordCheck(_ledger, ServerKind.Exact);
        var before = NoRows.With(Link).With("link", null);

        check.Committed(Commit(before, before.With(Link with { State = OperationState.Done }).With("link", Snapshot with { RemoteId = remoteId })));

        check.Breaks(5);
    }

    [Fact]
    public void Invariant5_RemoteIdChanges_Breaks()
    {
        var check = new Simulation.Auditing.RecordCheck(_ledger, ServerKind.Exact);
        var other = Snapshot with { RemoteId = "pl_2" };

        check.Committed(Commit(NoRows.With("link", Snapshot), NoRows.With("link", other), new StoreChange.PutSnapshot("link", other, default)));

        check.Breaks(5);
    }

    [Theory]
    [InlineData("https://checkout.withflintpay.com/pay/pl_9")]
    [InlineData("https://checkout.withflintpay.example/pay/pl_1")]
    public void Invariant20_AUrlTheServerNeverGaveOut_Breaks(string url)
    {
        _ledger.Create(Snapshot, "key", null);
        var check = new Simulation.Auditing.RecordCheck(_ledger, ServerKind.Exact);
        var forged = Snapshot with { Url = url };

        check.Committed(Commit(NoRows, NoRows.With("link", forged), new StoreChange.PutSnapshot("link", forged, default)));

        check.Breaks(20);
    }

    [Theory]
    [InlineData(null)]
    [InlineData("ord_of_another")]
    public void Invariant6_ASessionForNoOrderOrAnothers_Breaks(string? orderId)
    {
        var check = new SessionCheck(_ledger);

        check.Departed(SessionFor(orderId, NoRows.With(Link with { State = OperationState.Done }).With("order", Order)));

        check.Breaks(6);
    }

    [Theory]
    [InlineData(OperationState.Done)]
    [InlineData(OperationState.Dropped)]
    public void Invariant6_ASessionForItsOwnOrder_Holds(OperationState creation)
    {
        var check = new SessionCheck(_ledger);
        _ledger.Create(Order, "key", null);

        check.Departed(SessionFor("ord_1", NoRows.With(Link with { State = creation }).With("order", Order)));

        check.Holds();
    }

    [Fact]
    public void Invariant17_AReadThatChangesAnOperation_Breaks()
    {
        var check = new PullCheck();
        var before = NoRows.With(Link).With("link", Snapshot);

        check.Committed(Commit(before, before.With(Link with { Failures = 3 }), new StoreChange.PutSnapshot("link", Snapshot, default)));

        check.Breaks(17);
    }

    [Fact]
    public void Invariant17_AReadThatAddsUpWhenRepeated_Breaks()
    {
        var check = new PullCheck();
        var stored = NoRows.With("link", Snapshot);

        check.Committed(Commit(NoRows, stored, new StoreChange.PutSnapshot("link", Snapshot with { CompletedCount = 9, UpdatedAt = Snapshot.UpdatedAt!.Value.AddSeconds(1) }, default)));

        check.Breaks(17);
    }

    [Fact]
    public void Invariant18_ACursorPastARowThatIsNotStored_Breaks()
    {
        _ledger.Create(Snapshot, null, null);
        var cursor = new StoreChange.SetCursor(new PullCursor(RecordKind.PaymentLink, Snapshot.UpdatedAt!.Value.AddHours(1)));

        var check = new CursorCheck(_ledger);
        check.Committed(Commit(NoRows, NoRows.With("link", Snapshot), cursor));
        check.Holds();
        check.Committed(Commit(NoRows, NoRows, cursor));

        check.Breaks(18);
    }

    [Fact]
    public void Invariant21_AnotherAmountThanWasTapped_Breaks()
    {
        var check = new AmountCheck();
        _ledger.Happened = check.Happened;
        check.Tapped(Tap(NoRows, NoRows.With(Link), new SaveOutcome.Saved("link"), 15000));

        var request = Write(Link).Wire;
        _ledger.Create(Snapshot, "key", request);
        check.Holds();
        _ledger.Create(Snapshot with { RemoteId = "pl_2", AmountMoney = Snapshot.AmountMoney! with { Minor = 1_500_000 } }, "key", request);

        check.Breaks(21);
    }

    private static OrderSnapshot Order { get; } = new()
    {
        RemoteId = "ord_1", Reference = Link.Reference, Status = "open", PaymentStatus = "unpaid", LineItems = [], TotalMoney = Snapshot.AmountMoney!,
        TipMoney = Snapshot.AmountMoney!, PaidMoney = Snapshot.AmountMoney!, OutstandingMoney = Snapshot.AmountMoney!,
    };

    private static Departure SessionFor(string? orderId, StoreState rows)
    {
        var session = Charge with { Intent = new OperationIntent.CreateCheckoutSession("order", TimeSpan.FromMinutes(30)) };
        return Write(session, rows.With(session), path: "/v1/checkout-sessions", wire: new FakeWire(session.Reference, "", 0, "USD", orderId, null, 1800, null));
    }
}
