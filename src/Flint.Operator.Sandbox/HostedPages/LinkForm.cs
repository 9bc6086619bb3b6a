using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using Flint.Operator.Sandbox.PaymentLinks;
using Flint.Operator.Sandbox.State;

namespace Flint.Operator.Sandbox.HostedPages;

/// <summary>Turns what a buyer filled in into the body of a resolve call. Nothing else of the form is looked at.</summary>
internal static class LinkForm
{
    public const string Quantity = "quantity.";
    public const string Amount = "amount.";
    public const string Choice = "choice.";
    public const string Answer = "answer.";

    /// <summary>The choice that means the amount typed beside it.</summary>
    public const string Own = "own";

    public static (byte[]? Body, FormProblem? Problem) Read(PaymentLinkDocument link, IFormCollection form)
    {
        var quantities = new JsonObject();
        var prices = new JsonObject();
        foreach (var line in link.Lines)
        {
            if (line.BuyerSetsQuantity && form.TryGetValue(Quantity + line.Key, out var quantity))
            {
                if (!int.TryParse(quantity, NumberStyles.None, CultureInfo.InvariantCulture, out var number))
                    return (null, new FormProblem(Quantity + line.Key, $"Please enter a whole number for '{line.Name}'."));
                quantities[line.Key] = number;
            }

            if (line.BuyerSetsPrice && Price(link, line, form) is { Length: > 0 } amount)
            {
                if (AmountText.Read(amount, link.Currency) is not { } minor)
                    return (null, new FormProblem(Amount + line.Key, "Please enter the amount as a plain number, such as 12.50."));
                prices[line.Key] = new Money(minor, link.Currency).ToJson();
            }
        }

        var answers = new JsonObject();
        foreach (var question in link.Questions)
        {
            if (form.TryGetValue(Answer + question.Key, out var answer))
                answers[question.Key] = answer.ToString();
        }

        return (JsonSerializer.SerializeToUtf8Bytes(new JsonObject
        {
            ["resolution_context"] = form["context"].ToString(),
            ["quantity_overrides"] = quantities,
            ["unit_price_overrides"] = prices,
            ["custom_field_values"] = answers,
        }), null);
    }

    /// <summary>A suggestion is named by its place in the list: its amount is the link's, whatever the form says.</summary>
    private static string Price(PaymentLinkDocument link, LinkLine line, IFormCollection form) =>
        int.TryParse(form[Choice + line.Key], NumberStyles.None, CultureInfo.InvariantCulture, out var place) && place < line.Suggestions.Count
            ? AmountText.Plain(line.Suggestions[place])
            : form[Amount + line.Key].ToString();
}
