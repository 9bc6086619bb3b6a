using Flint.Operator.Core.Activity;
using Flint.Operator.Core.Sync;

namespace Flint.Operator.Testing.Stores;

/// <summary>The activity of an <see cref="InMemoryOperatorStore"/>: everything is looked through, every time.</summary>
public sealed class InMemoryActivityStore(InMemoryOperatorStore store) : IActivityStore
{
    /// <inheritdoc />
    public Task<IReadOnlyList<ActivityEntry>> ListAsync(ActivityQuery query, DateTimeOffset now, string? afterLid, int count, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        return Task.FromResult<IReadOnlyList<ActivityEntry>>(
        [
            .. Entries().Where(entry => Matches(query, entry, now) && (afterLid is null || string.CompareOrdinal(entry.Lid, afterLid) < 0)).Take(count),
        ]);
    }

    /// <inheritdoc />
    public Task<int> CountAsync(ActivityQuery query, DateTimeOffset now, int most, CancellationToken cancellationToken) =>
        Task.FromResult(Entries().Where(entry => Matches(query, entry, now)).Take(most).Count());

    /// <inheritdoc />
    public Task<IReadOnlyList<string>> ListOperatorsAsync(CancellationToken cancellationToken) => Task.FromResult<IReadOnlyList<string>>(
        [.. Entries().Select(entry => entry.OperatorName).Where(name => name.Length > 0).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)]);

    /// <inheritdoc />
    public Task<IReadOnlyList<OperationTrail>> ListTrailsAsync(string lid, CancellationToken cancellationToken)
    {
        var state = store.Snapshot;
        return Task.FromResult<IReadOnlyList<OperationTrail>>(
        [
            .. state.Operations.Values
                .Where(operation => operation.Aggregate == lid && state.IsOurs(operation.Account))
                .OrderBy(operation => operation.Position)
                .ThenBy(operation => operation.CreatedAt)
                .Select(operation => new OperationTrail(
                    operation,
                    [.. state.Attempts.Where(a => a.OperationId == operation.Id).Select(a => a.Attempt).OrderBy(a => a.Number)],
                    [.. state.Audit.Where(line => line.OperationId == operation.Id)])),
        ]);
    }

    private IEnumerable<ActivityEntry> Entries()
    {
        var state = store.Snapshot;
        var links = state.Page(RecordKind.PaymentLink, null, int.MaxValue).Select(ActivityEntry (record) => new ActivityEntry.OfLink(record.ToLink(state)));
        var checkouts = state.Page(RecordKind.Order, null, int.MaxValue).Select(record => new ActivityEntry.OfCheckout(record.ToCheckout(state)));
        return links.Concat(checkouts).OrderByDescending(entry => entry.Lid, StringComparer.Ordinal);
    }

    private static bool Matches(ActivityQuery query, ActivityEntry entry, DateTimeOffset now) =>
        (query.Surface is null || entry.Surface == query.Surface)
        && (query.States.Count == 0 || query.States.Contains(entry.StateAt(now)))
        && (query.OperatorName is null || entry.OperatorName == query.OperatorName)
        && (query.From is null || entry.CreatedAt >= query.From)
        && (query.Until is null || entry.CreatedAt < query.Until)
        && SearchTerm.Read(query.Text).All(term => Holds(ActivityWords.Of(entry), term.Words));

    // The words in a row somewhere, the last of them perhaps only begun.
    private static bool Holds(IReadOnlyList<string> words, IReadOnlyList<string> wanted) => Enumerable.Range(0, Math.Max(words.Count - wanted.Count + 1, 0)).Any(start =>
        wanted.SkipLast(1).Index().All(w => words[start + w.Index] == w.Item) && words[start + wanted.Count - 1].StartsWith(wanted[^1], StringComparison.Ordinal));
}
