using Flint.Operator.Core.Amounts;
using Flint.Operator.Core.PaymentLinks;
using Flint.Operator.Core.Sync;
using Flint.Operator.Core.Sync.Operations;
using Flint.Operator.Core.Sync.Push;
using Flint.Operator.Simulation.Auditing;
using Flint.Operator.Simulation.Server;
using Flint.Operator.Simulation.Time;
using Flint.Operator.Testing.Api;
using Flint.Operator.Testing.Stores;

namespace Flint.Operator.Simulation.Tests.Auditing;

/// <summary>Rows, wires and ledgers as no honest history would leave them.</summary>
internal static class Doctored
{
    public const string Id = "01M2FEW700VVVVVVVVVVVVVVVV";

    public static StoreState NoRows { get; } = new(new Installation("installation", null, DateTimeOffset.MinValue));

    public static Operation Link { get; } = new()
    {
        Id = Id,
        Position = 1,
        Aggregate = "link",
        Lid = "link",
        Intent = new OperationIntent.CreatePaymentLink(new PaymentLinkDraft("Dues", new Money(15000, Currency.Of("USD")))),
        State = OperationState.Ready,
        CreatedAt = VirtualTime.Epoch,
        OperatorName = "Maya",
        KeyBorn = new Moment(VirtualTime.Epoch, VirtualTime.Epoch, TimeSpan.Zero, "run"),
    };

    public static Operation Charge { get; } = Link with { Id = "01M2FEW700WWWWWWWWWWWWWWWW", Position = 2, Aggregate = "order", Lid = "order" };

    public static PaymentLinkSnapshot Snapshot { get; } = new()
    {
        RemoteId = "pl_1",
        Reference = Link.Reference,
        Title = "Dues",
        AmountMoney = new Money(15000, Currency.Of("USD")),
        IsActive = true,
        Url = "https://checkout.withflintpay.com/pay/pl_1",
        Version = 1,
        CompletedCount = 0,
        UpdatedAt = VirtualTime.Epoch,
    };

    public static TimeSpan Now { get; } = TimeSpan.FromHours(1);

    public static Ledger EmptyLedger() => new(new VirtualTime(), new SeededRandom(1), 0);

    public static StoreState With(this StoreState rows, params Operation[] operations) => operations.Aggregate(rows, (state, operation) => state.With(operation));

    public static StoreState With(this StoreState rows, string lid, RemoteRecord? snapshot, string? createdBy = Id) => rows.With(new StoredRecord
    {
        Order = rows.Records.Count,
        Lid = lid,
        Kind = snapshot is null ? RecordKind.PaymentLink : ListSurface.KindOf(snapshot),
        Snapshot = snapshot,
        CreatedAt = VirtualTime.Epoch,
        OperatorName = "Maya",
        CreatedBy = createdBy,
    });

    public static CommitSeen Commit(StoreState before, StoreState after, params StoreChange[] changes) => new("A", 1, Now, before, after, changes);

    public static Departure Write(Operation operation, StoreState? rows = null, TimeSpan? at = null, int attempt = 1, string? key = null, string path = "/v1/payment-links", FakeWire? wire = null) =>
        new("A", 1, CallKind.Write, at ?? Now, rows ?? NoRows.With(operation))
        {
            Wire = new WireRequest("POST", path, System.Text.Json.JsonSerializer.SerializeToUtf8Bytes(wire ?? new FakeWire(operation.Reference, "Dues", 15000, "USD", null, null, 0, null))),
            Key = key ?? operation.Key,
            RequestId = $"{operation.Reference}-{attempt}",
        };

    public static Departure Ask(CallKind call, TimeSpan at, string? target = null, int run = 1, StoreState? rows = null) => new("A", run, call, at, rows ?? NoRows) { Target = target };

    public static Arrival AbsentLook(TimeSpan at) => new(Ask(CallKind.Find, at, Link.Reference), at, 200, null, []);

    public static TapSeen Tap(StoreState before, StoreState after, SaveOutcome? outcome, long? minor = null) => new("A", Now, Now, true, outcome, before, after, minor);

    public static AtRest Rest(StoreState rows, Ledger? ledger = null, ServerKind? kind = null) =>
        new(Now, new Dictionary<string, StoreState>(StringComparer.Ordinal) { ["A"] = rows }, ledger ?? EmptyLedger(), kind ?? ServerKind.Exact);

    public static void Breaks(this Check check, int invariant) => Assert.Contains(check.Violations, violation => violation.Invariant == invariant);

    public static void Holds(this Check check) => Assert.Empty(check.Violations);
}
