using Flint.Operator.Core.PaymentLinks;
using Flint.Operator.Core.Sync;

namespace Flint.Operator.Testing.Stores;

/// <summary>The payment links of an <see cref="InMemoryOperatorStore"/>.</summary>
public sealed class InMemoryPaymentLinkStore(InMemoryOperatorStore store) : IPaymentLinkStore
{
    /// <inheritdoc />
    public Task<PaymentLink?> FindAsync(string lid, CancellationToken cancellationToken)
    {
        var state = store.Snapshot;
        var record = state.Records.GetValueOrDefault(lid);
        return Task.FromResult(record?.Kind == RecordKind.PaymentLink && state.IsOurs(record.Account) ? record.ToLink(state) : null);
    }

    /// <inheritdoc />
    public Task<IReadOnlyList<PaymentLink>> ListAsync(string? afterLid, int count, CancellationToken cancellationToken)
    {
        var state = store.Snapshot;
        return Task.FromResult<IReadOnlyList<PaymentLink>>([.. state.Page(RecordKind.PaymentLink, afterLid, count).Select(r => r.ToLink(state))]);
    }
}
