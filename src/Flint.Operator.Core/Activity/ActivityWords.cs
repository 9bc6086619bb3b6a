using System.Globalization;
using Flint.Operator.Core.Amounts;
using Flint.Operator.Core.Checkouts;
using Flint.Operator.Core.PaymentLinks;
using Flint.Operator.Core.Sync.Outbox;

namespace Flint.Operator.Core.Activity;

/// <summary>What an entry is found by: titles and lines, notes and references, its amount, the numbers and ids of the API.</summary>
public static class ActivityWords
{
    /// <summary>Its words, in the order of its texts.</summary>
    public static IReadOnlyList<string> Of(ActivityEntry entry) =>
    [
        .. (entry switch
        {
            ActivityEntry.OfLink { Link: var link } => Texts(link),
            ActivityEntry.OfCheckout { Checkout: var checkout } => Texts(checkout),
            _ => throw new ArgumentOutOfRangeException(nameof(entry), entry?.GetType(), "Not an entry of activity."),
        })
            .OfType<string>().Distinct(StringComparer.Ordinal).SelectMany(SearchText.Words),
    ];

    private static IEnumerable<string?> Texts(PaymentLink link) =>
        [link.Title, link.Snapshot?.Title, .. Texts(link.AmountMoney), link.Creation?.Reference, link.Snapshot?.Reference, link.Snapshot?.RemoteId];

    private static IEnumerable<string?> Texts(Checkout checkout)
    {
        var order = checkout.Order;
        return
        [
            .. order.LineItems.Select(line => line.Name),
            .. order.Draft.LineItems.Select(line => line.Name),
            .. Texts(order.TotalMoney),
            order.Snapshot?.Number,
            order.Draft.CustomerReference,
            order.Draft.Note,
            order.Creation?.Reference,
            order.Snapshot?.Reference,
            order.Snapshot?.RemoteId,
            .. checkout.Sessions.SelectMany(session => new[] { session.Creation?.Reference, session.Snapshot?.RemoteId }),
        ];
    }

    // With groups and without: people type either.
    private static IEnumerable<string?> Texts(Money? money) =>
        money is null ? [] : [IntentSummary.Amount(money), MoneyFormat.Number(money, CultureInfo.InvariantCulture), money.Currency.Code];
}
