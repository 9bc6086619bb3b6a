using Flint.Operator.Core.Checkouts;
using Flint.Operator.Core.Guide;
using Flint.Operator.Core.PaymentLinks;

namespace Flint.Operator.ViewModels.Records;

/// <summary>Pages of rows, newest first, from what this device holds.</summary>
public sealed class RecordLists(IPaymentLinkStore links, ICheckoutStore checkouts, TimeProvider time)
{
    public const int PageSize = 50;

    /// <summary>Up to <paramref name="count"/> rows of one surface, or of both, after a row.</summary>
    public async Task<IReadOnlyList<RecordSummary>> PageAsync(Surface? surface, string? afterLid, int count, CancellationToken cancellationToken)
    {
        var ofLinks = surface is null or Surface.PaymentLink ? await links.ListAsync(afterLid, count, cancellationToken) : [];
        var ofCheckouts = surface is null or Surface.CheckoutSession ? await checkouts.ListAsync(afterLid, count, cancellationToken) : [];
        var now = time.GetUtcNow();

        // Local ids are ULIDs: they sort by creation, across both kinds.
        return
        [
            .. ofLinks.Select(RecordSummary.Of)
                .Concat(ofCheckouts.Select(checkout => RecordSummary.Of(checkout, now)))
                .OrderByDescending(row => row.Lid, StringComparer.Ordinal)
                .Take(count),
        ];
    }
}
