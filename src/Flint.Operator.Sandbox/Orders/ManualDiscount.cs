using System.Text.Json.Nodes;
using Flint.Operator.Sandbox.Http;
using Flint.Operator.Sandbox.State;

namespace Flint.Operator.Sandbox.Orders;

/// <summary>An amount off the goods of the whole order, the only discount that the sandbox can work out.</summary>
internal static class ManualDiscount
{
    public static OrderDiscount Read(SandboxState state, JsonNode manual, string place)
    {
        // Taken off the whole order, a discount meant for a line or a charge would give the right total with the wrong parts.
        foreach (var name in (string[])["scope", "discount_class"])
        {
            if (manual[name]?.GetValue<string>() is { } kind and not "order")
                throw Problem.Invalid("VALIDATION_ERROR", $"This sandbox takes discounts off the whole order only, not those of '{kind}'.", $"{place}.{name}");
        }

        foreach (var list in (string[])["order_line_item_ids", "order_charge_ids"])
        {
            // Lines and charges get their ids from this very call, so none can be known before it.
            if (manual[list]?.AsArray().Count > 0)
                throw Problem.Invalid("VALIDATION_ERROR", "The order has no such member.", $"{place}.{list}");
        }

        return new OrderDiscount(
            Ids.New("odis", state.Now), manual["name"]!.GetValue<string>(), manual["amount_money"]!["amount"]!.GetValue<long>(), "order", IsCanceled: false);
    }
}
