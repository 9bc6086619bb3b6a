using System.Text.Json.Nodes;
using Flint.Operator.Sandbox.Http;
using Flint.Operator.Sandbox.State;

namespace Flint.Operator.Sandbox.Orders;

/// <summary>Adds lines to an order, changes one, takes one away.</summary>
internal static class OrderLineChanges
{
    private static readonly string[] CatalogOwned = ["name", "description", "unit_price_money", "tax"];

    public static OrderDocument Add(SandboxState state, OrderDocument order, JsonObject body)
    {
        OrderMoney.CheckChangeable(order);
        var drafts = DraftLine.ReadAll(state, body["line_items"]!.AsArray(), order.InventoryRoutingSource);
        if (order.Lines.Count + drafts.Count > OrderShapes.MostLines)
            throw Problem.Invalid("TOO_MANY_LINE_ITEMS", $"An order has at most {OrderShapes.MostLines} lines.", "line_items");
        if (drafts.FirstOrDefault(draft => draft.Currency != order.Currency) is { } foreign)
            throw Problem.Invalid("CURRENCY_MISMATCH", "An order has one currency.", foreign.CurrencyParam);
        LineTax.CheckAgainst(order.Taxes, [.. drafts.Select(draft => draft.Line)]);
        return OrderMoney.Commit(state, order, order with
        {
            UpdatedAt = state.Now,
            Lines = [.. order.Lines, .. drafts.Select(draft => draft.Line)],
        });
    }

    public static OrderDocument Change(SandboxState state, OrderDocument order, string lineId, JsonObject body)
    {
        var line = Find(order, lineId);
        CheckVersion(line, body);
        LineModifiers.CheckNone(body, "");
        if (line.Source is not null && CatalogOwned.FirstOrDefault(body.ContainsKey) is { } owned)
            throw Problem.Invalid("CATALOG_LINE_ITEM_FIELDS_READ_ONLY", $"'{owned}' of a catalog line comes from the catalog.", owned);
        if (body["unit_price_money"]?["currency"]?.GetValue<string>() is { } currency && currency != order.Currency)
            throw Problem.Invalid("CURRENCY_MISMATCH", "An order has one currency.", "unit_price_money.currency");

        var changed = line with
        {
            Name = body["name"]?.GetValue<string>() ?? line.Name,
            Description = body["description"]?.GetValue<string>() is { } text ? (text.Length == 0 ? null : text) : line.Description,
            Quantity = body["quantity"]?.GetValue<long>() ?? line.Quantity,
            UnitPrice = body["unit_price_money"]?["amount"]?.GetValue<long>() ?? line.UnitPrice,
            Tax = body["tax"]?.DeepClone().AsObject() ?? line.Tax,
            Metadata = body.ContainsKey("metadata") ? MetadataPatch.Apply(line.Metadata ?? [], body) : line.Metadata,
        };
        var isMoney = changed.Quantity != line.Quantity || changed.UnitPrice != line.UnitPrice || body.ContainsKey("tax");
        if (isMoney)
            OrderMoney.CheckChangeable(order);
        else
            OrderMoney.CheckOpen(order);
        LineTax.CheckAgainst(order.Taxes, [changed], "tax");
        if (changed == line)
            return order;
        return OrderMoney.Commit(state, order, order with
        {
            UpdatedAt = state.Now,
            Lines = [.. order.Lines.Select(known => known.Id == lineId ? changed with { Version = line.Version + 1 } : known)],
        });
    }

    public static OrderDocument Remove(SandboxState state, OrderDocument order, string lineId)
    {
        var line = Find(order, lineId);
        OrderMoney.CheckChangeable(order);
        if (order.Lines.Count == 1)
            throw Problem.Invalid("MISSING_LINE_ITEMS", "An order needs at least one line. Close the order instead.");
        return OrderMoney.Commit(state, order, order with
        {
            UpdatedAt = state.Now,
            Lines = [.. order.Lines.Where(known => known.Id != line.Id)],
        });
    }

    private static OrderLine Find(OrderDocument order, string lineId) =>
        order.Lines.FirstOrDefault(line => line.Id == lineId) ?? throw Problem.NotFound("line of this order", lineId);

    private static void CheckVersion(OrderLine line, JsonObject body)
    {
        if (body["expected_version"]?.GetValue<long>() is { } expected && expected != line.Version)
        {
            throw Problem.Conflict(
                "ORDER_LINE_ITEM_VERSION_CONFLICT", "The line was changed by someone else.",
                new JsonObject { ["current_version"] = line.Version }, nextSteps: "Read the order and apply the change again.");
        }
    }
}
