using System.Text.Json.Nodes;
using Flint.Operator.Sandbox.Http;

namespace Flint.Operator.Sandbox.Orders;

/// <summary>
/// The tax part of an order. Automatic tax needs a tax connection, which the demo merchant has not: such an order stays
/// incomplete and its checkout is refused, exactly what an integration forgets to try.
/// </summary>
internal sealed record OrderTaxes(bool Enabled, string Mode, long FlatAmount)
{
    public static OrderTaxes Off { get; } = new(Enabled: false, "automatic", 0);

    public bool NeedsConnection => Enabled && Mode is "automatic";

    /// <summary>
    /// A request without tax reads back as switched off, as the published example does, unless a line brings a tax of its own.
    /// </summary>
    public static OrderTaxes Read(JsonNode? input, IReadOnlyList<OrderLine> lines)
    {
        if (input is null)
            return lines.Any(LineTax.IsExternal) ? new OrderTaxes(Enabled: true, "external", 0) : Off;
        if (input["enabled"]?.GetValue<bool>() == false)
            return Off;
        var calculation = input["calculation"];
        var flat = calculation?["components"]?.AsArray().Sum(component => component!["flat_money"]!["amount"]!.GetValue<long>()) ?? 0;
        return new OrderTaxes(Enabled: true, calculation?["mode"]?.GetValue<string>() ?? "automatic", flat);
    }

    public JsonObject ToJson() => new()
    {
        ["enabled"] = Enabled,
        ["mode"] = Mode,
        ["status"] = !Enabled ? "not_required" : NeedsConnection ? "incomplete" : "calculated",
        ["taxability_reason"] = !Enabled ? "tax_disabled" : NeedsConnection ? "no_jurisdiction" : "standard_rated",
    };

    public static ApiProblemException ConnectionRequired() => Problem.Conflict(
        "AUTOMATIC_TAX_CONNECTION_REQUIRED", "Automatic tax needs a tax connection.",
        nextSteps: "Connect tax, send external tax, or switch tax off.");
}
