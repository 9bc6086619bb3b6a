using Flint.Operator.Api.Http;
using Flint.Operator.Core.Checkouts;

namespace Flint.Operator.Api.Orders;

internal sealed record OrderDto
{
    public string? OrderId { get; init; }

    public string? OrderNumber { get; init; }

    public string? Status { get; init; }

    public string? PaymentStatus { get; init; }

    public string? ExternalReferenceId { get; init; }

    public string? Origin { get; init; }

    public DateTimeOffset? CreatedAt { get; init; }

    public DateTimeOffset? UpdatedAt { get; init; }

    public IReadOnlyList<OrderLineDto?>? LineItems { get; init; }

    public PricingAmountsDto? PricingAmounts { get; init; }

    public SettlementAmountsDto? SettlementAmounts { get; init; }

    public OrderSnapshot? ToSnapshot()
    {
        var lines = LineItems.Present().Select(line => line.ToLineItem()).ToList();
        if (string.IsNullOrEmpty(OrderId) || Status is null || PaymentStatus is null || lines.Contains(null)
            || PricingAmounts?.TotalMoney?.ToMoney() is not { } total
            || PricingAmounts.RequestedTipMoney?.ToMoney() is not { } tip
            || SettlementAmounts?.PaidMoney?.ToMoney() is not { } paid
            || SettlementAmounts.OutstandingMoney?.ToMoney() is not { } outstanding)
        {
            return null;
        }

        return new OrderSnapshot
        {
            RemoteId = OrderId,
            Reference = ExternalReferenceId,
            Origin = Origin,
            CreatedAt = CreatedAt,
            UpdatedAt = UpdatedAt,
            Number = OrderNumber,
            Status = Status,
            PaymentStatus = PaymentStatus,
            LineItems = [.. lines.OfType<LineItem>()],
            TotalMoney = total,
            DiscountMoney = PricingAmounts.DiscountMoney?.ToMoney(),
            TipMoney = tip,
            PaidMoney = paid,
            OutstandingMoney = outstanding,
        };
    }
}

internal sealed record OrderLineDto
{
    public string? Name { get; init; }

    public long? Quantity { get; init; }

    public MoneyDto? UnitPriceMoney { get; init; }

    public LineItem? ToLineItem() =>
        Name is not null && Quantity is { } quantity && UnitPriceMoney?.ToMoney() is { } price ? new LineItem(Name, quantity, price) : null;
}

internal sealed record PricingAmountsDto
{
    public MoneyDto? TotalMoney { get; init; }

    public MoneyDto? DiscountMoney { get; init; }

    public MoneyDto? RequestedTipMoney { get; init; }
}

internal sealed record SettlementAmountsDto
{
    public MoneyDto? PaidMoney { get; init; }

    public MoneyDto? OutstandingMoney { get; init; }
}
