using Flint.Operator.Core.Amounts;
using Flint.Operator.Core.PaymentLinks;
using Flint.Operator.Core.Sync;
using Flint.Operator.Core.Sync.Looks;
using Flint.Operator.Core.Sync.Operations;
using Flint.Operator.Core.Sync.Push;

namespace Flint.Operator.Core.Tests.Sync;

/// <summary>Operations and moments for tests of the pure parts.</summary>
internal static class Operations
{
    public static SyncOptions Options { get; } = new();

    public static Moment Start { get; } = new(new DateTimeOffset(2026, 9, 14, 8, 0, 0, TimeSpan.Zero), null, TimeSpan.Zero, "run-1");

    public static Operation Ready { get; } = new()
    {
        Id = "01K2A0B2C4D6E8F0G2H4J6K8M0",
        Position = 1,
        Aggregate = "link",
        Lid = "link",
        Intent = new OperationIntent.CreatePaymentLink(new PaymentLinkDraft("Dues", new Money(15000, Currency.Of("USD")))),
        State = OperationState.Ready,
        CreatedAt = Start.Wall,
        OperatorName = "Maya",
        KeyBorn = Start,
    };

    public static PaymentLinkSnapshot Link { get; } = new() { RemoteId = "pl_1", Reference = Ready.Reference, Title = "Dues", IsActive = true, Url = "https://checkout.withflintpay.com/pay/pl_1", Version = 1, CompletedCount = 0 };

    public static WireRequest Wire { get; } = new("POST", "/v1/payment-links", "{}"u8.ToArray());

    public static Moment After(TimeSpan span) => Start with { Wall = Start.Wall + span, Monotonic = span };

    public static Operation In(OperationState state) => Ready with
    {
        State = state,
        Doubt = state is OperationState.Unknown or OperationState.Looking ? new Doubt(DoubtReason.NoAnswer, Start) : null,
    };

    public static Operation Apply(this Operation operation, OperationEvent happened, Moment? now = null) =>
        OperationMachine.Apply(operation, happened, now ?? Start, Options, 0.5);

    public static Operation Send(this Operation operation, Verdict verdict, Moment? now = null) =>
        operation.Apply(new OperationEvent.AttemptStarted(Wire), now).Apply(new OperationEvent.AttemptEnded(verdict), now);

    public static Operation LookAbsent(this Operation operation, Moment now) => operation.Apply(new OperationEvent.LookEnded(new LookFinding.Absent()), now);
}
