using System.Text.Json.Nodes;
using Flint.Operator.Sandbox.Catalog;
using Flint.Operator.Sandbox.Http;
using Flint.Operator.Sandbox.State;

namespace Flint.Operator.Sandbox.PaymentLinks;

internal static class PaymentLinkWire
{
    /// <summary>What anyone may read; neither metadata nor the merchant's own reference is among it.</summary>
    private static readonly string[] PublicSettings =
    [
        "line_items", "custom_fields", "custom_text", "description", "donation_min_amount_money", "donation_max_amount_money",
        "donation_suggested_amount_money_options", "event_config", "image", "inactive_message", "legal", "max_completions",
        "payments", "theme",
    ];

    public static JsonObject Write(SandboxState state, PaymentLinkDocument link, string merchantId)
    {
        var json = link.Settings.DeepClone().AsObject();
        MarkUnavailable(state, link, json);
        foreach (var (name, value) in Summary(link).ToArray())
            json[name] = value?.DeepClone();
        json["version"] = link.Version;
        json["merchant_id"] = merchantId;
        json["metadata"] = link.Metadata.DeepClone();
        if (link.PaymentLinkType is "event")
            json["total_quantity_sold"] = link.TotalQuantitySold;
        if (!string.IsNullOrEmpty(link.ExternalReferenceId))
            json["external_reference_id"] = link.ExternalReferenceId;
        return json;
    }

    public static JsonObject Summary(PaymentLinkDocument link)
    {
        var json = new JsonObject
        {
            ["payment_link_id"] = link.Id,
            ["name"] = link.Name,
            ["status"] = link.Status,
            ["payment_link_type"] = link.PaymentLinkType,
            ["url"] = HostedUrls.PaymentLink(link.Id),
            ["completed_count"] = link.CompletedCount,
            ["created_at"] = Timestamp.Write(link.CreatedAt),
            ["updated_at"] = Timestamp.Write(link.UpdatedAt),
        };
        if (link.Settings["description"] is { } description)
            json["description"] = description.DeepClone();
        return json;
    }

    public static JsonObject Public(SandboxState state, PaymentLinkDocument link, ResolutionContexts contexts)
    {
        var (context, expiresAt, deadline) = contexts.Issue(link, state.Now);
        var shown = new JsonObject
        {
            ["payment_link_id"] = link.Id,
            ["name"] = link.Name,
            ["status"] = link.Status,
            ["payment_link_type"] = link.PaymentLinkType,
            ["version"] = link.Version,
            ["completed_count"] = link.CompletedCount,
        };
        foreach (var name in PublicSettings)
        {
            if (link.Settings[name] is { } value)
                shown[name] = value.DeepClone();
        }

        MarkUnavailable(state, link, shown);
        var json = new JsonObject
        {
            ["payment_link"] = shown,
            ["merchant_name"] = SandboxIdentity.BusinessName,
            ["is_sold_out"] = link.IsSoldOut,
            ["resolved_line_items"] = new JsonArray([.. link.Lines.Select(Resolved)]),
            ["resolution_context"] = context,
            ["resolution_context_expires_at"] = Timestamp.Write(expiresAt),
            ["resolution_context_start_deadline_at"] = Timestamp.Write(deadline),
        };
        if (link.Remaining is { } remaining)
            json["remaining_quantity"] = Math.Max(0, remaining);
        return json;
    }

    private static JsonObject Resolved(LinkLine line)
    {
        var json = new JsonObject { ["key"] = line.Key, ["resolved_name"] = line.Name };
        if (line.Description is not null)
            json["resolved_description"] = line.Description;
        if (line.UnitPrice is { } price)
            json["resolved_unit_price_money"] = price.ToJson();
        if (line.Item is { } item)
        {
            json["catalog_object_type"] = "variant";
            json["variant_id"] = item.VariantId;
            json["product_id"] = item.ProductId;
            json["selected_options"] = SelectedOption.Write(item.SelectedOptions);
            json["is_inventory_tracked"] = item.IsTracked;
        }

        return json;
    }

    private static void MarkUnavailable(SandboxState state, PaymentLinkDocument link, JsonObject json)
    {
        foreach (var line in json["line_items"]?.AsArray() ?? [])
        {
            if (line!["variant_id"]?.GetValue<string>() is { } id)
                line["is_catalog_item_unavailable"] = !link.Items.First(item => item.VariantId == id).IsForSale(state);
        }
    }
}
