using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Flint.Operator.Sandbox.CheckoutSessions;
using Flint.Operator.Sandbox.HostedPages;
using Flint.Operator.Sandbox.Http;
using Flint.Operator.Sandbox.Orders;
using Flint.Operator.Sandbox.PaymentLinks;
using Flint.Operator.Sandbox.Refunds;
using Flint.Operator.Sandbox.State;

namespace Flint.Operator.Sandbox.Dashboard;

/// <summary>What is stored, as the API tells it, without what would open a buyer's checkout.</summary>
internal sealed partial class DashboardRecords(SandboxDatabase database, SandboxIdentity merchant, HostedUrls urls)
{
    private const string Newest = "1 ORDER BY updated_at DESC, id DESC LIMIT 20";

    private static readonly JsonSerializerOptions Indented = new()
    {
        WriteIndented = true, Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    public Task<IReadOnlyList<DashboardSection>> ListAsync(CancellationToken cancellationToken) =>
        database.RunAsync<IReadOnlyList<DashboardSection>>(
            state =>
            {
                SessionExpiry.Apply(state);
                RefundSettlement.Apply(state);
                return
                [
                    new("links", "Payment links", [.. state.Where<PaymentLinkDocument>(Newest).Select(Row)]),
                    new("orders", "Orders", [.. state.Where<OrderDocument>(Newest).Select(Row)]),
                    new("sessions", "Checkout sessions", [.. state.Where<CheckoutSessionDocument>(Newest).Select(session => Row(state, session))]),
                    new("refunds", "Refunds", [.. state.Where<RefundDocument>(Newest).Select(Row)]),
                ];
            },
            cancellationToken);

    /// <summary>Null for an id that is nobody's.</summary>
    public Task<string?> JsonAsync(string id, CancellationToken cancellationToken) =>
        database.RunAsync(
            state =>
            {
                SessionExpiry.Apply(state);
                RefundSettlement.Apply(state);
                if (Find(state, id) is not { } json)
                    return null;
                urls.Complete(json);
                return Token().Replace(json.ToJsonString(Indented), "checkout_token=…");
            },
            cancellationToken);

    private JsonObject? Find(SandboxState state, string id) =>
        state.Find<PaymentLinkDocument>(id) is { } link ? PaymentLinkWire.Write(state, link, merchant.MerchantId)
        : state.Find<OrderDocument>(id) is { } order ? OrderWire.Write(order, merchant.MerchantId)
        : state.Find<CheckoutSessionDocument>(id) is { } session ? SessionWire.Write(state, session, merchant.MerchantId)
        : state.Find<RefundDocument>(id) is { } refund ? RefundWire.Write(state, refund, merchant.MerchantId)
        : null;

    private static DashboardRow Row(PaymentLinkDocument link) => new(
        link.Id, link.Name, link.IsSoldOut ? "sold out" : link.Status, $"used {link.CompletedCount} ×", link.UpdatedAt);

    private static DashboardRow Row(OrderDocument order) => new(
        order.Id, $"Order {order.OrderNumber}: {string.Join(", ", order.Lines.Select(line => line.Name))}",
        Words(order.RefundStatus is "none" ? order.PaymentStatus : order.RefundStatus) + (order.IsOpen ? "" : ", closed"),
        AmountText.Write(order.Money(order.Total)), order.UpdatedAt);

    private static DashboardRow Row(SandboxState state, CheckoutSessionDocument session)
    {
        var order = state.Find<OrderDocument>(session.OrderId)!;
        var word = session.TerminalReason is "superseded" ? "replaced" : Words(session.Status);
        return new(session.Id, $"Session of order {order.OrderNumber}", word, AmountText.Write(order.Money(order.Total)), session.UpdatedAt);
    }

    private static DashboardRow Row(RefundDocument refund) => new(
        refund.Id, $"Refund of order {refund.OrderNumber}", Words(refund.Status), AmountText.Write(new Money(refund.Amount, refund.Currency)), refund.UpdatedAt);

    private static string Words(string status) => status.Replace('_', ' ');

    [GeneratedRegex("checkout_token=[A-Za-z0-9_-]+")]
    private static partial Regex Token();
}
