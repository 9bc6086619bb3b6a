using System.Text.Json;
using System.Text.Json.Serialization;
using Flint.Operator.Api.Http;
using Flint.Operator.Core.PaymentLinks;

namespace Flint.Operator.Api.PaymentLinks;

internal sealed record PaymentLinkLineDto
{
    public string? PaymentLinkLineItemId { get; init; }

    public string? Key { get; init; }

    public string? Name { get; init; }

    public long? Quantity { get; init; }

    public MoneyDto? UnitPriceMoney { get; init; }

    public bool? AllowUnitPriceAdjustment { get; init; }

    public MoneyDto? MinUnitPriceMoney { get; init; }

    public MoneyDto? MaxUnitPriceMoney { get; init; }

    public IReadOnlyList<MoneyDto?>? SuggestedUnitPriceMoneyOptions { get; init; }

    public bool? AllowQuantityAdjustment { get; init; }

    public long? MinQuantity { get; init; }

    public long? MaxQuantity { get; init; }

    [JsonExtensionData]
    public IDictionary<string, JsonElement>? Rest { get; set; }

    [JsonIgnore]
    public PriceRangeDto? Range => AllowUnitPriceAdjustment == true ? new PriceRangeDto(MinUnitPriceMoney, MaxUnitPriceMoney, SuggestedUnitPriceMoneyOptions) : null;

    [JsonIgnore]
    public QuantityRange? QuantityRange => AllowQuantityAdjustment == true ? new QuantityRange(MinQuantity, MaxQuantity) : null;

    // A line with more to it than this app can send back is shown, but not changed.
    public PaymentLinkLine? ToLine() =>
        PaymentLinkLineItemId is { Length: > 0 } id && Name is not null && (UnitPriceMoney is not null || Range is not null) && !HasIdleBounds && !JsonMembers.AnySays(Rest)
            ? new PaymentLinkLine(id, Key, Name, Quantity ?? 1)
            : null;

    // Bounds without the permission that they bound: sent back without them the line would not be the same.
    private bool HasIdleBounds =>
        (AllowQuantityAdjustment != true && (MinQuantity is not null || MaxQuantity is not null))
        || (Range is null && (MinUnitPriceMoney is not null || MaxUnitPriceMoney is not null || SuggestedUnitPriceMoneyOptions is { Count: > 0 }));
}
