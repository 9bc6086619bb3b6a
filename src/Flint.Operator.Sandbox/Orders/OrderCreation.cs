using System.Text.Json.Nodes;
using Flint.Operator.Sandbox.Http;
using Flint.Operator.Sandbox.State;

namespace Flint.Operator.Sandbox.Orders;

internal static class OrderCreation
{
    public static OrderDocument FromRequest(SandboxState state, JsonObject body)
    {
        var routing = body["inventory_routing_source"]?.DeepClone().AsObject();
        var drafts = DraftLine.ReadAll(state, body["line_items"]!.AsArray(), routing);
        var lines = drafts.Select(draft => draft.Line).ToArray();
        var taxes = OrderTaxes.Read(body["tax"], lines);
        LineTax.CheckAgainst(taxes, lines);
        var discounts = body["discounts"]?.AsArray().Select((discount, index) => ReadDiscount(state, discount!, index)).ToArray() ?? [];
        var order = new OrderDocument
        {
            Id = Ids.New("ord", state.Now),
            OrderNumber = Ids.OrderNumber(),
            CreatedAt = state.Now,
            UpdatedAt = state.Now,
            Origin = "api",
            Currency = OneCurrency(body, drafts),
            Lines = lines,
            Discounts = discounts,
            Tip = ReadTip(state, body["requested_tip"]),
            Taxes = taxes,
            Metadata = body["metadata"]?.DeepClone().AsObject() ?? [],
            ExternalReferenceId = body["external_reference_id"]?.GetValue<string>(),
            CustomerId = body["customer_id"]?.GetValue<string>(),
            BuyerNote = body["buyer_note"]?.GetValue<string>(),
            InternalNote = body["internal_note"]?.GetValue<string>(),
            DeliveryDestination = body["delivery_destination"]?.DeepClone().AsObject(),
            InventoryRoutingSource = routing,
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

    private static OrderDiscount ReadDiscount(SandboxState state, JsonNode discount, int index)
    {
        if (discount["promotion"] is not null)
        {
            throw Problem.Invalid(
                "PROMOTION_DECLINED", "This sandbox merchant has no promotions.", $"discounts[{index}].promotion",
                new JsonObject { ["reason"] = "promotion_not_found" });
        }

        return ManualDiscount.Read(state, discount["manual"]!, $"discounts[{index}].manual");
    }

    private static string OneCurrency(JsonObject body, IReadOnlyList<DraftLine> lines)
    {
        var currency = lines[0].Currency;
        var discounts = body["discounts"]?.AsArray().Select((discount, index) =>
            (discount!["manual"]!["amount_money"]!["currency"]!.GetValue<string>(), $"discounts[{index}].manual.amount_money.currency")) ?? [];
        foreach (var (given, param) in lines.Select(line => (line.Currency, line.CurrencyParam)).Concat(discounts))
        {
            if (given != currency)
                throw Problem.Invalid("CURRENCY_MISMATCH", "An order has one currency.", param);
        }

        if (body["requested_tip"]?["amount_money"]?["currency"]?.GetValue<string>() is { } tip && tip != currency)
            throw Problem.Invalid("TIP_CURRENCY_MISMATCH", "The tip needs the currency of the order.", "requested_tip.amount_money.currency");
        return currency;
    }
}
