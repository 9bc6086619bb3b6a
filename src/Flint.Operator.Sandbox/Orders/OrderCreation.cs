using System.Text.Json.Nodes;
using Flint.Operator.Sandbox.Http;
using Flint.Operator.Sandbox.State;

namespace Flint.Operator.Sandbox.Orders;

internal static class OrderCreation
{
    public static OrderDocument FromRequest(SandboxState state, JsonObject body)
    {
        var lines = body["line_items"]!.AsArray();
        for (var index = 0; index < lines.Count; index++)
            RefuseCatalogLine(lines[index]!, index);
        var currency = OneCurrency(body);
        var order = new OrderDocument
        {
            Id = Ids.New("ord", state.Now),
            OrderNumber = Ids.OrderNumber(),
            CreatedAt = state.Now,
            UpdatedAt = state.Now,
            Origin = "api",
            Currency = currency,
            Lines = [.. lines.Select(line => ReadLine(state, line!))],
            Discounts = [.. body["discounts"]?.AsArray().Select((discount, index) => ReadDiscount(state, discount!, index)) ?? []],
            Tip = ReadTip(state, body["requested_tip"]),
            Taxes = OrderTaxes.Read(body["tax"]),
            Metadata = body["metadata"]?.DeepClone().AsObject() ?? [],
            ExternalReferenceId = body["external_reference_id"]?.GetValue<string>(),
            CustomerId = body["customer_id"]?.GetValue<string>(),
            BuyerNote = body["buyer_note"]?.GetValue<string>(),
            InternalNote = body["internal_note"]?.GetValue<string>(),
            DeliveryDestination = body["delivery_destination"]?.DeepClone().AsObject(),
            InventoryRoutingSource = body["inventory_routing_source"]?.DeepClone().AsObject(),
        };
        TipRules.Check(order);
        state.Save(order);
        return order;
    }

    /// <summary>The order behind a link or a quick payment.</summary>
    public static OrderDocument FromLines(
        SandboxState state, string origin, string currency, IReadOnlyList<OrderLine> lines, JsonObject metadata)
    {
        var order = new OrderDocument
        {
            Id = Ids.New("ord", state.Now),
            OrderNumber = Ids.OrderNumber(),
            CreatedAt = state.Now,
            UpdatedAt = state.Now,
            Origin = origin,
            Currency = currency,
            Lines = lines,
            Metadata = metadata,
        };
        state.Save(order);
        return order;
    }

    public static OrderTip? ReadTip(SandboxState state, JsonNode? tip) => tip is null
        ? null
        : new OrderTip(
            Ids.New("tip", state.Now), tip["amount_money"]?["amount"]?.GetValue<long>(), tip["percent"]?.GetValue<decimal>(), state.Now)
        {
            Name = tip["name"]?.GetValue<string>(),
            Description = tip["description"]?.GetValue<string>(),
            Metadata = tip["metadata"]?.DeepClone().AsObject(),
        };

    private static OrderLine ReadLine(SandboxState state, JsonNode line) => new(
        Ids.New("li", state.Now), line["name"]!.GetValue<string>(), line["quantity"]?.GetValue<long>() ?? 1,
        line["unit_price_money"]!["amount"]!.GetValue<long>())
    {
        Description = line["description"]?.GetValue<string>(),
        Metadata = line["metadata"]?.DeepClone().AsObject(),
        Tax = line["tax"]?.DeepClone().AsObject(),
    };

    private static OrderDiscount ReadDiscount(SandboxState state, JsonNode discount, int index)
    {
        if (discount["promotion"] is not null)
        {
            throw Problem.Invalid(
                "PROMOTION_DECLINED", "This sandbox merchant has no promotions.", $"discounts[{index}].promotion",
                new JsonObject { ["reason"] = "promotion_not_found" });
        }

        var manual = discount["manual"]!;
        foreach (var list in (string[])["order_line_item_ids", "order_charge_ids"])
        {
            // Lines and charges get their ids from this very call, so none can be known before it.
            if (manual[list]?.AsArray().Count > 0)
                throw Problem.Invalid("VALIDATION_ERROR", "The order has no such member.", $"discounts[{index}].manual.{list}");
        }

        return new OrderDiscount(
            Ids.New("odis", state.Now), manual["name"]!.GetValue<string>(), manual["amount_money"]!["amount"]!.GetValue<long>(),
            manual["discount_class"]?.GetValue<string>() ?? "order", IsCanceled: false);
    }

    private static void RefuseCatalogLine(JsonNode line, int index)
    {
        var source = line["variant_id"] is not null ? "variant_id" : line["bundle_id"] is not null ? "bundle_id" : null;
        if (source is not null)
            throw Problem.Invalid("VALIDATION_ERROR", "The catalog has no such item.", $"line_items[{index}].{source}");
        if (line["modifiers"]?.AsArray().Count > 0)
            throw Problem.Invalid("VALIDATION_ERROR", "The catalog has no such modifier.", $"line_items[{index}].modifiers");
    }

    private static string OneCurrency(JsonObject body)
    {
        var currency = body["line_items"]![0]!["unit_price_money"]!["currency"]!.GetValue<string>();
        var lines = body["line_items"]!.AsArray().Select((line, index) => (line!["unit_price_money"], $"line_items[{index}].unit_price_money"));
        var discounts = body["discounts"]?.AsArray().Select((discount, index) => (discount!["manual"]?["amount_money"], $"discounts[{index}].manual.amount_money")) ?? [];
        foreach (var (money, param) in lines.Concat(discounts))
        {
            if (money is not null && money["currency"]!.GetValue<string>() != currency)
                throw Problem.Invalid("CURRENCY_MISMATCH", "An order has one currency.", $"{param}.currency");
        }

        if (body["requested_tip"]?["amount_money"]?["currency"]?.GetValue<string>() is { } tip && tip != currency)
            throw Problem.Invalid("TIP_CURRENCY_MISMATCH", "The tip needs the currency of the order.", "requested_tip.amount_money.currency");
        return currency;
    }
}
