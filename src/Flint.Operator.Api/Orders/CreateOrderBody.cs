using Flint.Operator.Api.Http;
using Flint.Operator.Core.Checkouts;
using Flint.Operator.Core.Sync;
using Flint.Operator.Core.Sync.Operations;

namespace Flint.Operator.Api.Orders;

internal sealed record CreateOrderBody
{
    public required string ExternalReferenceId { get; init; }

    public required IReadOnlyList<LineItemBody> LineItems { get; init; }

    public IReadOnlyList<OrderDiscountBody>? Discounts { get; init; }

    public RequestedTipBody? RequestedTip { get; init; }

    // Left out, the API may try to compute a tax that nobody at a counter has asked for (contract 3.1).
    public OrderTaxBody Tax { get; } = new(Enabled: false);

    public string? BuyerNote { get; init; }

    public string? InternalNote { get; init; }

    public required MetadataBody Metadata { get; init; }

    public static CreateOrderBody Of(Operation operation, CheckoutDraft draft) => new()
    {
        ExternalReferenceId = operation.Reference,
        LineItems = [.. draft.LineItems.Select(line => new LineItemBody(line.Name, line.Quantity, MoneyDto.Of(line.UnitPriceMoney)))],
        Discounts = draft.Discount is { } discount ? [new OrderDiscountBody(new ManualDiscountBody(discount.Name, MoneyDto.Of(draft.EstimatedDiscount)))] : null,
        RequestedTip = RequestedTipBody.Of(draft),
        BuyerNote = draft.Note,
        InternalNote = draft.CustomerReference,
        Metadata = MetadataBody.Of(operation),
    };
}

internal sealed record OrderDiscountBody(ManualDiscountBody Manual);

internal sealed record ManualDiscountBody(string Name, MoneyDto AmountMoney, string Scope = "order");

internal sealed record RequestedTipBody(int? Percent, MoneyDto? AmountMoney)
{
    public static RequestedTipBody? Of(CheckoutDraft draft) => (draft.TipPercent, draft.TipMoney) switch
    {
        (null, null) => null,
        (_, { } money) => new RequestedTipBody(null, MoneyDto.Of(money)),
        ({ } percent, _) => new RequestedTipBody(percent, null),
    };
}

internal sealed record OrderTaxBody(bool Enabled);
