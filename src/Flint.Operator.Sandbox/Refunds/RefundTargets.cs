using System.Text.Json.Nodes;
using Flint.Operator.Sandbox.Http;
using Flint.Operator.Sandbox.Orders;
using Flint.Operator.Sandbox.State;

namespace Flint.Operator.Sandbox.Refunds;

/// <summary>The lines a refund names, and what of each.</summary>
internal static class RefundTargets
{
    /// <summary>Parts of a refund that need what no order of the sandbox has: charges, and taxes with ids of their own.</summary>
    private static readonly string[] Unknown = ["charges", "tax_breakdown_refunds"];

    private static readonly string[] UnknownOfLine =
        ["tax_breakdown_refunds", "adjustment_refunds", "refund_adjustments", "tax_adjustment_reason", "tax_adjustment_audit", "tax_money"];

    /// <summary>Null when the refund names no lines.</summary>
    public static IReadOnlyList<RefundedLine>? Read(OrderDocument order, JsonObject body)
    {
        foreach (var name in Unknown)
        {
            if (body[name]?.AsArray().Count > 0)
                throw Problem.Invalid("VALIDATION_ERROR", "The order has no such member.", $"{name}[0]");
        }

        return body["line_items"]?.AsArray() is { Count: > 0 } lines
            ? [.. lines.Select((line, index) => Read(order, lines, line!, index))]
            : null;
    }

    private static RefundedLine Read(OrderDocument order, JsonArray all, JsonNode target, int index)
    {
        var place = $"line_items[{index}]";
        var id = target["order_line_item_id"]!.GetValue<string>();
        if (all.Take(index).Any(other => other!["order_line_item_id"]!.GetValue<string>() == id))
            throw Problem.Invalid("VALIDATION_ERROR", "A line is named twice.", $"{place}.order_line_item_id");
        if (UnknownOfLine.FirstOrDefault(name => target[name] is not null) is { } unknown)
            throw Problem.Invalid("VALIDATION_ERROR", "The line has no such member to refund or adjust.", $"{place}.{unknown}");
        if (target["tax_refund_mode"]?.GetValue<string>() is "explicit")
            throw Problem.Invalid("VALIDATION_ERROR", "The line has no taxes with ids of their own.", $"{place}.tax_refund_mode");
        for (var line = 0; line < order.Lines.Count; line++)
        {
            if (order.Lines[line].Id == id)
                return Read(order, line, target, place);
        }

        throw Problem.Invalid("VALIDATION_ERROR", "The order has no such line.", $"{place}.order_line_item_id");
    }

    private static RefundedLine Read(OrderDocument order, int line, JsonNode target, string place)
    {
        var left = RefundTotals.Refundable(order, order.Totals(), line);
        var quantityLeft = RefundTotals.RefundableQuantity(order, line);
        var quantity = target["quantity"]?.GetValue<long>();
        if (quantity > quantityLeft)
            throw Problem.Invalid("VALIDATION_ERROR", $"{quantityLeft} of this line can still be given back.", $"{place}.quantity");

        // A share of what is left, so that the last piece takes the odd cent along.
        var amount = quantity is null || quantity == quantityLeft ? left : (long)((Int128)left * quantity.Value / quantityLeft);
        if (target["amount_money"] is { } named)
        {
            var money = Money.Read(named);
            if (money.Currency != order.Currency)
                throw Problem.Invalid("CURRENCY_MISMATCH", "A refund has the currency of its order.", $"{place}.amount_money.currency");
            amount = money.Amount;
        }

        if (amount > left || amount == 0)
        {
            throw Problem.Invalid(
                "LINE_ITEM_REFUND_AMOUNT_EXCEEDS_REFUNDABLE", "The line has less left to give back.", place,
                new JsonObject { ["maximum_money"] = order.Money(left).ToJson() });
        }

        return new RefundedLine(order.Lines[line].Id, amount, quantity ?? (amount == left ? quantityLeft : 0));
    }
}
