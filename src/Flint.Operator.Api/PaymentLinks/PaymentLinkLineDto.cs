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

    [JsonExtensionData]
    public IDictionary<string, JsonElement>? Rest { get; set; }

    // A line with more to it than this app can send back is shown, but not changed.
    public PaymentLinkLine? ToLine() =>
        PaymentLinkLineItemId is { Length: > 0 } id && Name is not null && UnitPriceMoney is not null && AllowUnitPriceAdjustment != true && Rest?.Values.Any(SaysSomething) != true
            ? new PaymentLinkLine(id, Key, Name, Quantity ?? 1)
            : null;

    private static bool SaysSomething(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.Null or JsonValueKind.False => false,
        JsonValueKind.Array => value.GetArrayLength() > 0,
        _ => true,
    };
}
