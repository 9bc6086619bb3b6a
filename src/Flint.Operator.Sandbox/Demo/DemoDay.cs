using System.Text.Json;
using System.Text.Json.Nodes;
using Flint.Operator.Sandbox.Catalog;
using Flint.Operator.Sandbox.CheckoutSessions;
using Flint.Operator.Sandbox.Http.Shapes;
using Flint.Operator.Sandbox.Orders;
using Flint.Operator.Sandbox.PaymentLinks;
using Flint.Operator.Sandbox.Refunds;
using Flint.Operator.Sandbox.State;

namespace Flint.Operator.Sandbox.Demo;

/// <summary>What the demo merchant did at one moment of the past.</summary>
internal sealed class DemoDay(SandboxState today, TimeSpan ago)
{
    private static readonly TestCard Good = TestCard.Find("4242424242424242")!;
    private static readonly TestCard Declined = TestCard.Find("4000000000009995")!;

    private readonly SandboxState _state = today.At(today.Now - ago);

    public PaymentLinkDocument Link(string reference, string name, JsonObject line) =>
        PaymentLinkChanges.Create(_state, Sound(PaymentLinkShapes.Create, new JsonObject
        {
            ["name"] = name, ["external_reference_id"] = reference, ["line_items"] = new JsonArray(line),
        }));

    public void SwitchOff(PaymentLinkDocument link, string message) =>
        PaymentLinkChanges.Update(_state, link, Sound(PaymentLinkShapes.Update, new JsonObject { ["status"] = "inactive", ["inactive_message"] = message }));

    /// <summary>A buyer uses the link as it is.</summary>
    public void Sell(PaymentLinkDocument link)
    {
        var choices = LinkChoices.Read([]);
        var order = OrderCreation.FromLines(_state, "payment_link", link.Currency, LinkPurchase.Lines(_state, link, choices), []);
        var session = SessionCreation.Open(_state, order, SessionSettings.Pick(link.Settings), "payment_link") with { PaymentLinkId = link.Id };
        _state.Save(session);
        Pay(session);
    }

    public OrderDocument Order(string reference, params ReadOnlySpan<(string Name, long Quantity, long Amount)> lines)
    {
        var items = new JsonArray();
        foreach (var (name, quantity, amount) in lines)
            items.Add(new JsonObject { ["name"] = name, ["quantity"] = quantity, ["unit_price_money"] = new Money(amount, "USD").ToJson() });
        return OrderCreation.FromRequest(_state, Sound(OrderShapes.Create, new JsonObject
        {
            ["external_reference_id"] = reference, ["line_items"] = items, ["tax"] = new JsonObject { ["enabled"] = false },
        }));
    }

    public CheckoutSessionDocument Session(OrderDocument order) =>
        SessionCreation.FromRequest(_state, Sound(CheckoutSessionShapes.Create, new JsonObject { ["order_id"] = order.Id }));

    public void Pay(CheckoutSessionDocument session) => CheckoutPayment.Try(_state, session, Good);

    public void Decline(CheckoutSessionDocument session) => CheckoutPayment.Try(_state, session, Declined);

    public void Refund(OrderDocument order, long amount, string reason) =>
        RefundCreation.FromRequest(_state, Sound(RefundShapes.Create, new JsonObject
        {
            ["order_id"] = order.Id, ["amount_money"] = new Money(amount, "USD").ToJson(), ["reason"] = reason,
        }));

    /// <summary>A variant of the catalog, by its SKU.</summary>
    public string Variant(string sku) =>
        _state.Where<VariantDocument>($"{SandboxSchema.Field("sku")} = ?", sku)[0].Id;

    public void CloseSession(CheckoutSessionDocument session) => SessionClosing.Apply(_state, session, []);

    public void Close(OrderDocument order) => OrderClosing.Apply(_state, order, []);

    /// <summary>Holds a body of the demo to what every other caller is held to.</summary>
    private static JsonObject Sound(ObjectShape shape, JsonObject body) => shape.Read(JsonSerializer.SerializeToElement(body));
}
