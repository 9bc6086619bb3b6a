namespace Flint.Operator.Core.Checkouts;

/// <summary>Finds, among the orders that this device holds, those with a balance due.</summary>
public sealed class DueOrders(ICheckoutStore checkouts)
{
    private const int PageSize = 100;

    /// <summary>Up to <paramref name="count"/> that hold the text (<see cref="Order.Matches"/>), newest first. Needs no network.</summary>
    public async Task<IReadOnlyList<Checkout>> FindAsync(string text, int count, CancellationToken cancellationToken)
    {
        var found = new List<Checkout>();
        IReadOnlyList<Checkout> page;
        string? after = null;
        do
        {
            page = await checkouts.ListDueAsync(after, PageSize, cancellationToken).ConfigureAwait(false);
            found.AddRange(page.Where(checkout => checkout.Order.Matches(text)).Take(count - found.Count));
            after = page.Count > 0 ? page[^1].Lid : null;
        }
        while (page.Count == PageSize && found.Count < count);
        return found;
    }
}
