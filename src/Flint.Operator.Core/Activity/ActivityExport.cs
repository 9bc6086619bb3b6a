using System.Globalization;
using System.Runtime.CompilerServices;
using Flint.Operator.Core.Amounts;
using Flint.Operator.Core.Checkouts;
using Flint.Operator.Core.PaymentLinks;
using Flint.Operator.Core.Sync;
using Flint.Operator.Core.Sync.Operations;
using Flint.Operator.Core.Sync.Outbox;

namespace Flint.Operator.Core.Activity;

/// <summary>
/// What activity was narrowed to, as a file for a spreadsheet, with what is not sent yet in it and marked as such. Never a key
/// and never the address of a page that takes payment.
/// </summary>
public sealed class ActivityExport(IActivityStore activity)
{
    private const int PageSize = 500;

    private static readonly string[] Header =
    [
        "surface", "title", "amount", "currency", "state", "sent", "order_number", "reference", "api_id", "customer_reference", "note", "lines", "paid", "uses",
        "reason", "operator", "created_at", "seen_at",
    ];

    /// <summary>A name for the file that tells when it was made, UTC.</summary>
    public static string FileName(DateTimeOffset now) => string.Create(CultureInfo.InvariantCulture, $"flint-activity-{now.UtcDateTime:yyyyMMdd-HHmmss}.csv");

    /// <summary>Writes the table newest first, page by page. The stream stays open.</summary>
    /// <param name="target">Where it goes.</param>
    /// <param name="query">What is asked for.</param>
    /// <param name="now">The moment the states are told at, UTC.</param>
    /// <param name="cancellationToken">Cancelled when nobody takes the file any more.</param>
    public Task WriteAsync(Stream target, ActivityQuery query, DateTimeOffset now, CancellationToken cancellationToken) =>
        CsvText.WriteAsync(target, Header, RowsAsync(query, now, cancellationToken), cancellationToken);

    private async IAsyncEnumerable<IEnumerable<string?>> RowsAsync(ActivityQuery query, DateTimeOffset now, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        for (string? after = null; ;)
        {
            var page = await activity.ListAsync(query, now, after, PageSize, cancellationToken).ConfigureAwait(false);
            foreach (var entry in page)
            {
                yield return entry switch
                {
                    ActivityEntry.OfLink { Link: var link } => Cells(link),
                    ActivityEntry.OfCheckout { Checkout: var checkout } => Cells(checkout, now),
                    _ => throw new InvalidOperationException($"Not an entry of activity: {entry.GetType()}"),
                };
            }

            if (page.Count < PageSize)
            {
                yield break;
            }

            after = page[^1].Lid;
        }
    }

    private static IEnumerable<string?> Cells(PaymentLink link) =>
    [
        "payment-link", link.Title, Amount(link.AmountMoney), link.AmountMoney?.Currency.Code, RecordStates.Word(link.State), Sent(link.Snapshot), null,
        link.Snapshot?.Reference ?? link.Creation?.Reference, link.Snapshot?.RemoteId, null, null, null, null, link.Snapshot?.CompletedCount.ToString(CultureInfo.InvariantCulture),
        Reason(link.Creation), link.OperatorName, CsvText.Time(link.CreatedAt), Time(link.SeenAt),
    ];

    private static IEnumerable<string?> Cells(Checkout checkout, DateTimeOffset now)
    {
        var order = checkout.Order;
        return
        [
            "checkout-session", order.Title, Amount(order.TotalMoney), order.TotalMoney.Currency.Code, RecordStates.Word(checkout.StateAt(now)), Sent(order.Snapshot), order.Snapshot?.Number,
            order.Snapshot?.Reference ?? order.Creation?.Reference, order.Snapshot?.RemoteId, order.Draft.CustomerReference, order.Draft.Note, string.Join('\n', order.LineItems.Select(Line)),
            Amount(order.Snapshot?.PaidMoney), null, Reason(checkout.Session?.Creation is { Problem: not null } session ? session : order.Creation), order.OperatorName,
            CsvText.Time(order.CreatedAt), Time(checkout.Session?.SeenAt ?? order.SeenAt),
        ];
    }

    private static string Line(LineItem line) =>
        string.Create(CultureInfo.InvariantCulture, $"{line.Quantity} x {IntentSummary.Amount(line.UnitPriceMoney)} {line.UnitPriceMoney.Currency.Code} {line.Name}");

    private static string Sent(RemoteRecord? record) => record is null ? "not yet" : "yes";

    private static string? Amount(Money? money) => money is null ? null : IntentSummary.Amount(money);

    private static string? Time(DateTimeOffset? at) => at is { } known ? CsvText.Time(known) : null;

    private static string? Reason(Operation? creation) =>
        creation?.Problem is { } problem ? string.Join(' ', new[] { problem.Code, problem.Param, problem.Message }.OfType<string>()) : null;
}
