using System.Text.Json;
using Flint.Operator.Core.Amounts;
using Flint.Operator.Core.Sync;

namespace Flint.Operator.Testing.Api;

/// <summary>The fake's own body: enough to make the record from.</summary>
internal sealed record FakeWire(string? Reference, string Title, long Minor, string Currency, string? OrderId, string? Replaces, int LifeSeconds, bool? Active)
{
    public static WireRequest Encode(Operation operation, WireTargets targets)
    {
        var (path, method, wire) = operation.Intent switch
        {
            OperationIntent.CreatePaymentLink link => ("/v1/payment-links", "POST", Of(operation, link.Draft.Title, link.Draft.AmountMoney!)),
            OperationIntent.CreateOrder order => ("/v1/orders", "POST", Of(operation, order.Draft.Title, order.Draft.EstimatedTotal)),
            OperationIntent.CreateCheckoutSession session => ("/v1/checkout-sessions", "POST",
                new FakeWire(operation.Reference, "", 0, "USD", targets.OrderId, targets.ReplacesSessionId, (int)session.Life.TotalSeconds, null)),
            OperationIntent.SetPaymentLinkActive change => ($"/v1/payment-links/{targets.OwnId}", "PATCH", new FakeWire(null, "", 0, "USD", null, null, 0, change.IsActive)),
            _ => ($"/v1/checkout-sessions/{targets.OwnId}/close", "POST", new FakeWire(null, "", 0, "USD", null, null, 0, null)),
        };
        return new WireRequest(method, path, JsonSerializer.SerializeToUtf8Bytes(wire));
    }

    public static FakeWire Decode(WireRequest request) => JsonSerializer.Deserialize<FakeWire>(request.Body.Span)!;

    private static FakeWire Of(Operation operation, string title, Money money) =>
        new(operation.Reference, title, money.Minor, money.Currency.Code, null, null, 0, null);
}
