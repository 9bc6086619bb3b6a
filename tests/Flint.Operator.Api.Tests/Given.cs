using Flint.Operator.Core.Amounts;
using Flint.Operator.Core.Checkouts;
using Flint.Operator.Core.PaymentLinks;
using Flint.Operator.Core.Sync;
using Flint.Operator.Core.Sync.Operations;
using Flint.Operator.Core.Sync.Push;

namespace Flint.Operator.Api.Tests;

internal static class Given
{
    public const string Reference = "fop_" + OperationId;

    private const string OperationId = "01K2B4C6D8E0F2G4H6J8K0M2N4";

    public static readonly DateTimeOffset Now = new(2026, 9, 14, 10, 0, 0, TimeSpan.Zero);

    public static Money Usd(long minor) => new(minor, Currency.Of("USD"));

    public static PaymentLinkDraft LinkDraft { get; } = new("Stall deposit", Usd(4500));

    public static CheckoutDraft CheckoutDraft { get; } = new() { LineItems = [new LineItem("Bike service", 1, Usd(8500)), new LineItem("Inner tube", 2, Usd(950))] };

    public static Operation Operation(OperationIntent intent, string id = OperationId, string operatorName = "Ana") => new()
    {
        Id = id,
        Position = 1,
        Aggregate = "A",
        Lid = "L",
        Intent = intent,
        State = OperationState.Ready,
        CreatedAt = Now,
        OperatorName = operatorName,
        KeyBorn = new Moment(Now, null, TimeSpan.Zero, "run"),
    };

    public static WireRequest LinkWrite() => new("POST", "/v1/payment-links", """{"name":"Stall deposit"}"""u8.ToArray());

    public static WireRequest OrderWrite() => new("POST", "/v1/orders", """{"line_items":[]}"""u8.ToArray());

    public static WireRequest SessionWrite() => new("POST", "/v1/checkout-sessions", """{"order_id":"ord_1"}"""u8.ToArray());
}
