using System.Text.Json.Nodes;
using Flint.Operator.Sandbox.State;

namespace Flint.Operator.Sandbox.PaymentLinks;

/// <summary>What one buyer chose on a link: how many, at what price, and the answers.</summary>
internal sealed record LinkChoices(
    IReadOnlyDictionary<string, int> Quantities, IReadOnlyDictionary<string, Money> Prices, IReadOnlyDictionary<string, string> Answers)
{
    public static LinkChoices Read(JsonObject body) => new(
        Map(body["quantity_overrides"], node => node.GetValue<int>()),
        Map(body["unit_price_overrides"], Money.Read),
        Map(body["custom_field_values"], node => node.GetValue<string>()));

    private static Dictionary<string, T> Map<T>(JsonNode? node, Func<JsonNode, T> read) =>
        node?.AsObject().ToDictionary(pair => pair.Key, pair => read(pair.Value!), StringComparer.Ordinal)
        ?? new Dictionary<string, T>(StringComparer.Ordinal);
}
