using Flint.Operator.Core.Checkouts;
using Flint.Operator.Core.Sync;

namespace Flint.Operator.Testing.Stores;

/// <summary>The checkouts of an <see cref="InMemoryOperatorStore"/>.</summary>
public sealed class InMemoryCheckoutStore(InMemoryOperatorStore store) : ICheckoutStore
{
    /// <inheritdoc />
    public Task<Checkout?> FindAsync(string lid, CancellationToken cancellationToken)
    {
        var state = store.Snapshot;
        var record = state.Records.GetValueOrDefault(lid);
        return Task.FromResult(record?.Kind == RecordKind.Order && state.IsOurs(record.Account) ? record.ToCheckout(state) : null);
    }

    /// <inheritdoc />
    public Task<IReadOnlyList<Checkout>> ListAsync(string? afterLid, int count, CancellationToken cancellationToken)
    {
        var state = store.Snapshot;
        return Task.FromResult<IReadOnlyList<Checkout>>([.. state.Page(RecordKind.Order, afterLid, count).Select(r => r.ToCheckout(state))]);
    }

    /// <inheritdoc />
    public Task<IReadOnlyList<Checkout>> ListOfLinkAsync(string paymentLinkId, int count, CancellationToken cancellationToken)
    {
        var state = store.Snapshot;
        return Task.FromResult<IReadOnlyList<Checkout>>(
        [
            .. state.Page(RecordKind.Order, null, int.MaxValue).Select(r => r.ToCheckout(state))
                .Where(checkout => checkout.Sessions.Any(session => session.Snapshot?.PaymentLinkId == paymentLinkId))
                .Take(count),
        ]);
    }
}
