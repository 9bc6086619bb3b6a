using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using Flint.Operator.Sandbox.PaymentLinks;
using Flint.Operator.Sandbox.State;

namespace Flint.Operator.Sandbox.HostedPages;

/// <summary>Turns what a buyer filled in into the body of a resolve call.</summary>
internal static class LinkForm
{
    public const string Quantity = "quantity.";
    public const string Amount = "amount.";
    public const string Answer = "answer.";

    /// <summary>Null when a number cannot be read.</summary>
    public static byte[]? Body(PaymentLinkDocument link, IFormCollection form)
    {
        var quantities = new JsonObject();
        var prices = new JsonObject();
        foreach (var line in link.Lines)
        {
            if (line.BuyerSetsQuantity && form.TryGetValue(Quantity + line.Key, out var quantity))
            {
                if (!int.TryParse(quantity, NumberStyles.None, CultureInfo.InvariantCulture, out var number))
                    return null;
                quantities[line.Key] = number;
            }

            if (line.BuyerSetsPrice && form.TryGetValue(Amount + line.Key, out var amount) && amount.ToString().Length > 0)
            {
                if (AmountText.Read(amount.ToString(), link.Currency) is not { } minor)
                    return null;
                prices[line.Key] = new Money(minor, link.Currency).ToJson();
            }
        }

        var answers = new JsonObject();
        foreach (var question in link.Questions)
        {
            if (form.TryGetValue(Answer + question.Key, out var answer))
                answers[question.Key] = answer.ToString();
        }

        return JsonSerializer.SerializeToUtf8Bytes(new JsonObject
        {
            ["resolution_context"] = form["context"].ToString(),
            ["quantity_overrides"] = quantities,
            ["unit_price_overrides"] = prices,
            ["custom_field_values"] = answers,
        });
    }
}
