using Flint.Operator.Core.Checkouts;
using Flint.Operator.Core.Sync;
using Flint.Operator.Core.Sync.Operations;
using Flint.Operator.Core.Sync.Outbox;

namespace Flint.Operator.Testing.Stores;

/// <summary>The outbox of an <see cref="InMemoryOperatorStore"/>.</summary>
public sealed class InMemoryOutboxStore(InMemoryOperatorStore store) : IOutboxStore
{
    /// <inheritdoc />
    public Task<OutboxSummary> SummariseAsync(CancellationToken cancellationToken)
    {
        var state = store.Snapshot;
        var ours = state.Open.Where(o => state.IsOurs(o.Account)).ToList();
        return Task.FromResult(new OutboxSummary(ours.Count, ours.Count(o => o.NeedsPerson), ours.Min(o => (DateTimeOffset?)o.CreatedAt), state.Open.Count() - ours.Count));
    }

    /// <inheritdoc />
    public Task<IReadOnlyList<OutboxEntry>> ListAsync(long afterPosition, int count, CancellationToken cancellationToken)
    {
        var state = store.Snapshot;
        return Task.FromResult<IReadOnlyList<OutboxEntry>>([.. state.Open.Where(o => o.Position > afterPosition).Take(count).Select(o => Entry(state, o))]);
    }

    /// <inheritdoc />
    public Task<IReadOnlyList<Attempt>> ListAttemptsAsync(string operationId, CancellationToken cancellationToken) => Task.FromResult<IReadOnlyList<Attempt>>(
        [.. store.Snapshot.Attempts.Where(a => a.OperationId == operationId).Select(a => a.Attempt).OrderBy(a => a.Number)]);

    private static OutboxEntry Entry(StoreState state, Operation operation)
    {
        var attempt = state.Attempts.Where(a => a.OperationId == operation.Id).MaxBy(a => a.Attempt.Number)?.Attempt;
        var record = state.Records[operation.Lid];
        var named = record.ParentLid is { } parent ? state.Records[parent] : record;
        if (named.Kind == RecordKind.PaymentLink)
        {
            var link = named.ToLink(state);
            return new OutboxEntry(operation, link.Title, link.AmountMoney, attempt, !state.IsOurs(operation.Account));
        }

        var order = named.ToCheckout(state).Order;
        return new OutboxEntry(operation, Title(order), order.TotalMoney, attempt, !state.IsOurs(operation.Account));
    }

    private static string Title(Order order) => order.LineItems.Count > 0 ? order.LineItems[0].Name : order.Draft.Title;
}
