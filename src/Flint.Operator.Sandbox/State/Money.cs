using System.Text.Json.Nodes;

namespace Flint.Operator.Sandbox.State;

/// <summary>Minor units and ISO 4217 code, the only form amounts ever take here.</summary>
internal readonly record struct Money(long Amount, string Currency)
{
    public static Money Read(JsonNode node) =>
        new(node["amount"]!.GetValue<long>(), node["currency"]!.GetValue<string>());

    public JsonObject ToJson() => new() { ["amount"] = Amount, ["currency"] = Currency };
}
