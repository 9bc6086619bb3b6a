using System.Text.Json.Nodes;
using Flint.Operator.Sandbox.Http;

namespace Flint.Operator.Sandbox.PaymentLinks;

/// <summary>What a whole link must satisfy, whether it was just made or just changed.</summary>
internal static class PaymentLinkRules
{
    private static readonly string[] NotOnDonations = ["line_items", "tax", "tip", "promotion_config"];

    public static void Check(PaymentLinkDocument link)
    {
        if (link.PaymentLinkType is "donation")
        {
            foreach (var name in NotOnDonations.Where(link.Settings.ContainsKey))
                throw Problem.Invalid("VALIDATION_ERROR", $"A donation link takes no '{name}'.", name);
        }
        else if (link.Settings["line_items"] is not JsonArray { Count: > 0 })
        {
            throw Problem.Invalid("MISSING_LINE_ITEMS", "A link needs something to sell.", "line_items");
        }

        if (link.Settings["event_config"] is { } config && config["event_at"] is not null && config["timezone"] is null && link.PaymentLinkType is "event")
            throw Problem.Invalid("EVENT_TIMEZONE_REQUIRED", "An event at a time needs its time zone.", "event_config.timezone");
        CheckLines(link);
        CheckQuestions(link);
        if (link.Metadata.Count + link.Questions.Count > PaymentLinkShapes.MetadataRoom)
        {
            throw Problem.Invalid(
                "METADATA_TOO_MANY_KEYS", $"A link has room for {PaymentLinkShapes.MetadataRoom} metadata pairs and custom fields together.", "metadata");
        }
    }

    private static void CheckLines(PaymentLinkDocument link)
    {
        var lines = link.Lines;
        for (var index = 0; index < lines.Count; index++)
        {
            var line = lines[index];
            var isDonation = link.PaymentLinkType is "donation";
            var place = isDonation ? "donation_suggested_amount_money_options" : $"line_items[{index}]";
            if (lines.Take(index).Any(other => other.Key == line.Key))
                throw Problem.Invalid("VALIDATION_ERROR", "Two lines have the same key.", $"{place}.key");
            if (line.MinQuantity > line.MaxQuantity || line.Quantity < line.MinQuantity || line.Quantity > line.MaxQuantity)
                throw Problem.Invalid("VALIDATION_ERROR", "The quantity does not lie between its own limits.", $"{place}.quantity");
            if (line.MinPrice?.Amount > line.MaxPrice?.Amount)
                throw Problem.Invalid("VALIDATION_ERROR", "The lowest price is above the highest.", isDonation ? "donation_min_amount_money" : $"{place}.min_unit_price_money");
            var currencies = new[] { line.UnitPrice, line.MinPrice, line.MaxPrice }.Concat(line.Suggestions.Select(money => (State.Money?)money));
            if (currencies.Any(money => money is not null && money.Value.Currency != link.Currency))
                throw Problem.Invalid("CURRENCY_MISMATCH", "A link has one currency.", place);
        }
    }

    private static void CheckQuestions(PaymentLinkDocument link)
    {
        var fields = link.Settings["custom_fields"]?.AsArray() ?? [];
        var keys = new HashSet<string>(StringComparer.Ordinal);
        for (var index = 0; index < fields.Count; index++)
        {
            var question = LinkQuestion.Read(fields[index]!);
            if (!keys.Add(question.Key))
                throw Problem.Invalid("VALIDATION_ERROR", "Two questions have the same key.", $"custom_fields[{index}].key");
            if (question.Kind is "dropdown" && question.Options.Count == 0)
                throw Problem.Invalid("VALIDATION_ERROR", "A dropdown needs options.", $"custom_fields[{index}].options");
            if (question is { MaxLength: not null, Kind: "dropdown" or "checkbox" })
                throw Problem.Invalid("VALIDATION_ERROR", "Only text has a length.", $"custom_fields[{index}].max_length");
        }
    }
}
