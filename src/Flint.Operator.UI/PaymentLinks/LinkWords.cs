using System.Globalization;
using Flint.Operator.Core.Amounts;
using Flint.Operator.Core.PaymentLinks;
using Flint.Operator.UI.Strings;
using Microsoft.Extensions.Localization;

namespace Flint.Operator.UI.PaymentLinks;

/// <summary>What a link says of its price and its terms, in words.</summary>
public sealed class LinkWords(IStringLocalizer<Texts> texts)
{
    /// <summary>"$5.00", "From $5.00", "You choose"; null where neither is known.</summary>
    public string? Amount(string? amount, PriceRange? range) => amount ?? (range is null ? null : Range(range));

    /// <summary>"Used 3 times", "3 of 10 used".</summary>
    public string Uses(int count, int? most) => most is { } limit ? texts["Link.UsedOf", count, limit] : texts.Counted("Link.Used", count);

    /// <summary>One field of a link, as <see cref="PaymentLinkEdit"/> names it.</summary>
    public string Field(string name, PaymentLinkDraft link)
    {
        ArgumentNullException.ThrowIfNull(link);
        return name switch
        {
            "title" => link.Title,
            "amount" => Price(link),
            "quantity" => link.Terms.Quantity is { } range ? Quantity(range) : texts["Link.OnePiece"],
            "description" => link.Terms.Description ?? texts["Link.Nothing"],
            "maximumCompletions" => link.Terms.MaximumCompletions is { } most ? most.ToString("N0", CultureInfo.CurrentCulture) : texts["Link.NoLimit"],
            "checkoutLife" => Life(link.Terms.CheckoutLife),
            "inactiveMessage" => link.Terms.InactiveMessage ?? texts["Link.Nothing"],
            _ => link.Terms.Questions.Count > 0 ? string.Join(texts["Record.Dot"], link.Terms.Questions.Select(question => question.Label)) : texts["Link.Nothing"],
        };
    }

    /// <summary>"15 min", "2 h".</summary>
    public string Life(TimeSpan? life) => life switch
    {
        null => texts["Link.LifeDefault"],
        { TotalMinutes: var minutes } when minutes % 60 == 0 => texts["Link.LifeHours", minutes / 60],
        { TotalMinutes: var minutes } => texts["Link.LifeMinutes", Math.Round(minutes, 1)],
    };

    private string Price(PaymentLinkDraft link)
    {
        var amount = Amount(link.AmountMoney is { } money ? Format(money) : null, link.Terms.Range) ?? texts["Conflict.AnyAmount"];
        return link.Terms.Pricing == LinkPricing.Donation ? texts["Link.AsDonation", amount] : amount;
    }

    private string Range(PriceRange range) => range switch
    {
        { Minimum: { } least, Maximum: { } most } when least == most => Format(least),
        { Minimum: { } least, Maximum: { } most } => texts["Price.Between", Format(least), Format(most)],
        { Minimum: { } least } => texts["Price.From", Format(least)],
        { Maximum: { } most } => texts["Price.UpTo", Format(most)],
        _ => texts["Price.Any"],
    };

    private string Quantity(QuantityRange range) => range switch
    {
        { Minimum: { } least, Maximum: { } most } => texts["Price.Between", least, most],
        { Minimum: { } least } => texts["Price.From", least],
        { Maximum: { } most } => texts["Price.UpTo", most],
        _ => texts["Price.Any"],
    };

    private static string Format(Money money) => MoneyFormat.Format(money, CultureInfo.CurrentCulture);
}
