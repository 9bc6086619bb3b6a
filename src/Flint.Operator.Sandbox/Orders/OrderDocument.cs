using System.Text.Json.Nodes;
using System.Text.Json.Serialization;
using Flint.Operator.Sandbox.State;

namespace Flint.Operator.Sandbox.Orders;

internal sealed record OrderDocument : StateDocument
{
    public required string OrderNumber { get; init; }
    public required string Currency { get; init; }
    public required string Origin { get; init; }
    public required IReadOnlyList<OrderLine> Lines { get; init; }
    public string Status { get; init; } = "open";
    public IReadOnlyList<OrderDiscount> Discounts { get; init; } = [];
    public IReadOnlyList<OrderPayment> Payments { get; init; } = [];
    public IReadOnlyList<OrderRefund> Refunds { get; init; } = [];
    public IReadOnlyList<string> CheckoutSessionIds { get; init; } = [];
    public OrderTip? Tip { get; init; }
    public OrderTaxes Taxes { get; init; } = OrderTaxes.Off;
    public JsonObject Metadata { get; init; } = [];
    public JsonObject? DeliveryDestination { get; init; }
    public JsonObject? InventoryRoutingSource { get; init; }
    public string? CustomerId { get; init; }
    public string? BuyerEmail { get; init; }
    public string? BuyerNote { get; init; }
    public string? InternalNote { get; init; }
    public string? ClosedReason { get; init; }

    // Stored beside the rest because lists filter and sort by them.
    public string PaymentStatus => Totals() is var totals && totals.Paid == 0 && totals.Total > 0
        ? "unpaid"
        : totals.Outstanding == 0 ? "paid" : "partially_paid";

    public string RefundStatus => Totals() switch
    {
        { Refunded: 0 } => "none",
        var totals => totals.Refunded < totals.Paid ? "partially_refunded" : "refunded",
    };

    public string FulfillmentStatus => Lines.Any(line => line.NeedsFulfillment) ? "not_fulfilled" : "not_applicable";
    public long Total => Totals().Total;
    public long Outstanding => Totals().Outstanding;

    [JsonIgnore]
    public bool IsOpen => Status is "open";

    [JsonIgnore]
    public OrderPayment? RunningPayment => Payments.FirstOrDefault(payment => payment.State is PaymentState.RequiresAction or PaymentState.Processing);

    [JsonIgnore]
    public override IEnumerable<string?> SearchTexts =>
        [OrderNumber, ExternalReferenceId, BuyerNote, InternalNote, .. Lines.Select(line => line.Name)];

    public OrderTotals Totals() => OrderTotals.Of(this);

    public Money Money(long amount) => new(amount, Currency);
}
