using System.Text.Json.Nodes;

namespace Flint.Operator.Sandbox.Catalog;

internal sealed record SelectedOption(string OptionId, string OptionName, string OptionValueId, string Value)
{
    public static JsonArray Write(IReadOnlyList<SelectedOption> options) => new([.. options.Select(option => (JsonNode)new JsonObject
    {
        ["option_id"] = option.OptionId,
        ["option_name"] = option.OptionName,
        ["option_value_id"] = option.OptionValueId,
        ["value"] = option.Value,
    })]);
}
