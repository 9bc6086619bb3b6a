using System.Text.Json.Nodes;
using Flint.Operator.Sandbox.Catalog;
using Flint.Operator.Sandbox.Http;
using Flint.Operator.Sandbox.Http.Shapes;
using Flint.Operator.Sandbox.Orders;
using Flint.Operator.Sandbox.State;

namespace Flint.Operator.Sandbox.PaymentLinks;

/// <summary>Holds a buyer's choices against the link and works out what the order will say.</summary>
internal static class LinkPurchase
{
    private const int LongestAnswer = 4096;

    public static IReadOnlyList<OrderLine> Lines(SandboxState state, PaymentLinkDocument link, LinkChoices choices)
    {
        var lines = link.Lines;
        foreach (var key in choices.Quantities.Keys.Concat(choices.Prices.Keys))
        {
            if (lines.All(line => line.Key != key))
                throw Problem.Invalid("UNKNOWN_LINE_ITEM_KEY", $"The link has no line '{key}'.", Place(choices, key));
        }

        return [.. lines.Select(line => Line(state, line, Quantity(link, line, choices), Price(link, line, choices)))];
    }

    public static JsonObject Answers(PaymentLinkDocument link, LinkChoices choices)
    {
        var questions = link.Questions;
        foreach (var key in choices.Answers.Keys)
        {
            if (questions.All(question => question.Key != key))
                throw Problem.Invalid("UNKNOWN_CUSTOM_FIELD_KEY", $"The link does not ask '{key}'.", $"custom_field_values.{key}");
        }

        var metadata = new JsonObject();
        foreach (var question in questions)
        {
            var answer = choices.Answers.GetValueOrDefault(question.Key, "");
            Check(question, answer);
            if (answer.Length > 0)
                metadata[$"custom_field_{question.Key}"] = answer;
        }

        return metadata;
    }

    private static string Place(LinkChoices choices, string key) =>
        choices.Quantities.ContainsKey(key) ? $"quantity_overrides.{key}" : $"unit_price_overrides.{key}";

    private static OrderLine Line(SandboxState state, LinkLine line, int quantity, long price)
    {
        if (line.Item is { } item)
        {
            return CatalogVariants.Find(state, item.VariantId) is var (variant, product) && CatalogVariants.IsForSale(variant, product)
                ? DraftLine.FromVariant(state, variant, product, quantity)
                : throw Problem.Conflict("PAYMENT_LINK_LINE_ITEM_UNAVAILABLE", $"'{line.Name}' is not for sale any more.");
        }

        return new OrderLine(Ids.New("li", state.Now), line.Name, quantity, price)
        {
            Description = line.Description,
            Tax = line.Tax?.DeepClone().AsObject(),
        };
    }

    private static void Check(LinkQuestion question, string answer)
    {
        var param = $"custom_field_values.{question.Key}";
        var isMissing = answer.Length == 0 || (question.Kind is "checkbox" && answer is "false");
        if (question.IsRequired && isMissing)
            throw Problem.Invalid("REQUIRED_CUSTOM_FIELD_MISSING", $"'{question.Label}' needs an answer.", param);
        if (answer.Length > (question.MaxLength ?? LongestAnswer))
            throw Problem.Invalid("VALUE_TOO_LONG", $"The answer to '{question.Label}' is too long.", param);
        if (question.Kind is "dropdown" && answer.Length > 0 && !question.Options.Contains(answer, StringComparer.Ordinal))
            throw Problem.Invalid("INVALID_DROPDOWN_VALUE", $"'{question.Label}' does not offer that answer.", param);
    }

    private static int Quantity(PaymentLinkDocument link, LinkLine line, LinkChoices choices)
    {
        var quantity = choices.Quantities.GetValueOrDefault(line.Key, line.Quantity);
        var param = $"quantity_overrides.{line.Key}";
        if (quantity != line.Quantity && !line.BuyerSetsQuantity)
            throw Problem.Invalid("QUANTITY_NOT_ADJUSTABLE", $"The quantity of '{line.Name}' is fixed.", param);
        if (quantity < line.MinQuantity)
            throw Problem.Invalid("QUANTITY_BELOW_MIN", $"At least {line.MinQuantity} of '{line.Name}'.", param);
        if (quantity > line.MaxQuantity || (link.PaymentLinkType is "event" && quantity > link.Remaining))
            throw Problem.Invalid("QUANTITY_ABOVE_MAX", $"There are not that many of '{line.Name}' to buy.", param);
        return quantity;
    }

    private static long Price(PaymentLinkDocument link, LinkLine line, LinkChoices choices)
    {
        var param = $"unit_price_overrides.{line.Key}";
        if (!choices.Prices.TryGetValue(line.Key, out var chosen))
        {
            return line.UnitPrice?.Amount ?? throw Problem.Invalid(
                link.PaymentLinkType is "donation" ? "DONATION_AMOUNT_REQUIRED" : "AMOUNT_REQUIRED", $"Choose an amount for '{line.Name}'.", param);
        }

        if (!line.BuyerSetsPrice)
            throw Problem.Invalid("AMOUNT_NOT_ADJUSTABLE", $"The price of '{line.Name}' is fixed.", param);
        if (chosen.Currency != link.Currency)
            throw Problem.Invalid("CURRENCY_MISMATCH", "A link has one currency.", param);
        if (chosen.Amount < (line.MinPrice?.Amount ?? 1))
            throw Problem.Invalid("AMOUNT_BELOW_MIN", $"The amount for '{line.Name}' is too low.", param);
        if (chosen.Amount > (line.MaxPrice?.Amount ?? SharedShapes.HighestPrice))
            throw Problem.Invalid("AMOUNT_ABOVE_MAX", $"The amount for '{line.Name}' is too high.", param);
        return chosen.Amount;
    }
}
