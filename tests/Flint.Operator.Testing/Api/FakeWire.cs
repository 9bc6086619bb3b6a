using System.Text.Json;
using Flint.Operator.Core.Amounts;
using Flint.Operator.Core.PaymentLinks;
using Flint.Operator.Core.Sync;
using Flint.Operator.Core.Sync.Operations;
using Flint.Operator.Core.Sync.Push;

namespace Flint.Operator.Testing.Api;

/// <summary>The fake's own body: enough to make the record from.</summary>
internal sealed record FakeWire(string? Reference, string Title, long Minor, string Currency, string? OrderId, string? Replaces, int LifeSeconds, bool? Active, long? Version = null)
{
    /// <summary>What a link says beyond title and price; null says nothing of it.</summary>
    public string? Terms { get; init; }

    public string? InactiveMessage { get; init; }

    public static WireRequest Encode(Operation operation, WireTargets targets)
    {
        var (path, method, wire) = operation.Intent switch
        {
            OperationIntent.CreatePaymentLink link => ("/v1/payment-links", "POST", OfLink(operation, link.Draft)),
            OperationIntent.CreateOrder order => ("/v1/orders", "POST", Of(operation, order.Draft.Title, order.Draft.EstimatedTotal)),
            OperationIntent.CreateCheckoutSession session => ("/v1/checkout-sessions", "POST",
                new FakeWire(operation.Reference, "", 0, "USD", targets.OrderId, targets.ReplacesSessionId, (int)session.Life.TotalSeconds, null)),
            OperationIntent.SetPaymentLinkActive change => ($"/v1/payment-links/{targets.OwnId}", "PATCH", new FakeWire(null, "", 0, "USD", null, null, 0, change.IsActive) { InactiveMessage = change.InactiveMessage }),
            OperationIntent.UpdatePaymentLink edit => ($"/v1/payment-links/{targets.OwnId}", "PATCH", OfEdit(edit, targets)),
            OperationIntent.CloseOrder => ($"/v1/orders/{targets.OwnId}/close", "POST", new FakeWire(null, "", 0, "USD", null, null, 0, null)),
            _ => ($"/v1/checkout-sessions/{targets.OwnId}/close", "POST", new FakeWire(null, "", 0, "USD", null, null, 0, null)),
        };
        return new WireRequest(method, path, JsonSerializer.SerializeToUtf8Bytes(wire));
    }

    public static FakeWire Decode(WireRequest request) => JsonSerializer.Deserialize<FakeWire>(request.Body.Span)!;

    // Only what changed, as the real one: an empty title and a zero amount say nothing.
    private static FakeWire OfEdit(OperationIntent.UpdatePaymentLink edit, WireTargets targets) => new(
        null,
        edit.Mine.Title == edit.Base.Title ? "" : edit.Mine.Title,
        edit.Mine.AmountMoney == edit.Base.AmountMoney ? 0 : edit.Mine.AmountMoney?.Minor ?? 0,
        "USD",
        null,
        null,
        0,
        null,
        targets.Link!.Version)
    {
        Terms = edit.Mine.Terms == edit.Base.Terms ? null : FakeTerms.Write(PaymentLinkEdit.Merge(edit, PaymentLinkDraft.Of(targets.Link)).Terms),
    };

    private static FakeWire OfLink(Operation operation, PaymentLinkDraft draft) =>
        Of(operation, draft.Title, draft.AmountMoney ?? Money.Zero(draft.Terms.Range?.Currency ?? Core.Amounts.Currency.Of("USD"))) with
        {
            Terms = draft.Terms == LinkTerms.Plain ? null : FakeTerms.Write(draft.Terms),
        };

    private static FakeWire Of(Operation operation, string title, Money money) =>
        new(operation.Reference, title, money.Minor, money.Currency.Code, null, null, 0, null);
}
