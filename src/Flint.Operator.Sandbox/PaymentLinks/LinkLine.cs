using System.Text.Json.Nodes;
using Flint.Operator.Sandbox.State;

namespace Flint.Operator.Sandbox.PaymentLinks;

/// <summary>One thing a link sells, read from its settings.</summary>
internal sealed record LinkLine(string Key, string Name, int Quantity)
{
    private const string DonationKey = "donation";

    public string? Description { get; init; }
    public Money? UnitPrice { get; init; }
    public bool BuyerSetsPrice { get; init; }
    public Money? MinPrice { get; init; }
    public Money? MaxPrice { get; init; }
    public IReadOnlyList<Money> Suggestions { get; init; } = [];
    public bool BuyerSetsQuantity { get; init; }
    public int MinQuantity { get; init; } = 1;
    public int MaxQuantity { get; init; } = 999_999;
    public JsonObject? Tax { get; init; }

    /// <summary>Null for a line of the merchant's own.</summary>
    public LinkItem? Item { get; init; }

    public static LinkLine Read(JsonNode line, IReadOnlyList<LinkItem> items)
    {
        var item = line["variant_id"]?.GetValue<string>() is { } id ? items.First(known => known.VariantId == id) : null;
        return new LinkLine(
            line["key"]!.GetValue<string>(), item?.Name ?? line["name"]!.GetValue<string>(), line["quantity"]!.GetValue<int>())
        {
            Item = item,
            Description = item?.Description ?? line["description"]?.GetValue<string>(),
            UnitPrice = item?.UnitPrice ?? MoneyAt(line, "unit_price_money"),
            BuyerSetsPrice = line["allow_unit_price_adjustment"]?.GetValue<bool>() ?? false,
            MinPrice = MoneyAt(line, "min_unit_price_money"),
            MaxPrice = MoneyAt(line, "max_unit_price_money"),
            Suggestions = MoneysAt(line, "suggested_unit_price_money_options"),
            BuyerSetsQuantity = line["allow_quantity_adjustment"]?.GetValue<bool>() ?? false,
            MinQuantity = line["min_quantity"]?.GetValue<int>() ?? 1,
            MaxQuantity = line["max_quantity"]?.GetValue<int>() ?? 999_999,
            Tax = line["tax"]?.AsObject(),
        };
    }

    /// <summary>A donation has one line of Flint's own making.</summary>
    public static LinkLine Donation(PaymentLinkDocument link) => new(DonationKey, link.Name, 1)
    {
        BuyerSetsPrice = true,
        MinPrice = MoneyAt(link.Settings, "donation_min_amount_money"),
        MaxPrice = MoneyAt(link.Settings, "donation_max_amount_money"),
        Suggestions = MoneysAt(link.Settings, "donation_suggested_amount_money_options"),
    };

    private static Money? MoneyAt(JsonNode node, string name) => node[name] is { } money ? Money.Read(money) : null;

    private static Money[] MoneysAt(JsonNode node, string name) =>
        [.. node[name]?.AsArray().Select(money => Money.Read(money!)) ?? []];
}
