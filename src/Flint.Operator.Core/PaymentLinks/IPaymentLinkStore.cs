namespace Flint.Operator.Core.PaymentLinks;

/// <summary>The payment links this device holds, to read. Writing goes through <see cref="Sync.IOperatorStore"/>.</summary>
public interface IPaymentLinkStore
{
    /// <summary>One link, or null when this device does not hold it.</summary>
    Task<PaymentLink?> FindAsync(string lid, CancellationToken cancellationToken);

    /// <summary>
    /// Up to <paramref name="count"/> links, newest first, after the one named by <paramref name="afterLid"/> (keyset paging:
    /// local ids are ULIDs and sort by creation).
    /// </summary>
    Task<IReadOnlyList<PaymentLink>> ListAsync(string? afterLid, int count, CancellationToken cancellationToken);
}
