namespace Flint.Operator.Core.Checkouts;

/// <summary>The checkouts this device holds, to read. Writing goes through <see cref="Sync.IOperatorStore"/>.</summary>
public interface ICheckoutStore
{
    /// <summary>One checkout by its order's local id, or null when this device does not hold it.</summary>
    Task<Checkout?> FindAsync(string lid, CancellationToken cancellationToken);

    /// <summary>Up to <paramref name="count"/> checkouts, newest first, after the one named by <paramref name="afterLid"/> (keyset paging).</summary>
    Task<IReadOnlyList<Checkout>> ListAsync(string? afterLid, int count, CancellationToken cancellationToken);

    /// <summary>Up to <paramref name="count"/> checkouts that buyers made from a payment link, named by its id at the API, newest first.</summary>
    Task<IReadOnlyList<Checkout>> ListOfLinkAsync(string paymentLinkId, int count, CancellationToken cancellationToken);
}
