using Flint.Operator.Api.Http;
using Flint.Operator.Core.PaymentLinks;

namespace Flint.Operator.Api.PaymentLinks;

// The one line of our links. A price of its own and one that the buyer chooses exclude each other (contract 2.2). On a PATCH the
// id keeps the line, and a bound that is left out is gone.
internal sealed record LinkLineBody
{
    public string? PaymentLinkLineItemId { get; init; }

    public string? Key { get; init; }

    public required string Name { get; init; }

    public required long Quantity { get; init; }

    public MoneyDto? UnitPriceMoney { get; init; }

    public bool? AllowUnitPriceAdjustment { get; init; }

    public MoneyDto? MinUnitPriceMoney { get; init; }

    public MoneyDto? MaxUnitPriceMoney { get; init; }

    public IReadOnlyList<MoneyDto>? SuggestedUnitPriceMoneyOptions { get; init; }

    public bool? AllowQuantityAdjustment { get; init; }

    public long? MinQuantity { get; init; }

    public long? MaxQuantity { get; init; }

    public static LinkLineBody Of(PaymentLinkDraft draft, string name, PaymentLinkLine? kept)
    {
        var (range, quantity) = (draft.Terms.Range, draft.Terms.Quantity);
        return new LinkLineBody
        {
            PaymentLinkLineItemId = kept?.Id,
            Key = kept?.Key,
            Name = name,
            Quantity = quantity?.Nearest(kept?.Quantity ?? 1) ?? kept?.Quantity ?? 1,
            UnitPriceMoney = range is null ? Price(draft) : null,
            AllowUnitPriceAdjustment = range is null ? null : true,
            MinUnitPriceMoney = MoneyDto.OfOptional(range?.Minimum),
            MaxUnitPriceMoney = MoneyDto.OfOptional(range?.Maximum),
            SuggestedUnitPriceMoneyOptions = range is { Suggested: { Count: > 0 } suggested } ? [.. suggested.Select(MoneyDto.Of)] : null,
            AllowQuantityAdjustment = quantity is null ? null : true,
            MinQuantity = quantity?.Minimum,
            MaxQuantity = quantity?.Maximum,
        };
    }

    private static MoneyDto Price(PaymentLinkDraft draft) =>
        MoneyDto.Of(draft.AmountMoney ?? throw new InvalidOperationException("A link without an amount does not pass its own checks and is never saved."));
}
