using Flint.Operator.Core.Sync.Operations;

namespace Flint.Operator.Core.Sync.Outbox;

/// <summary>The outbox, to read.</summary>
public interface IOutboxStore
{
    /// <summary>How many operations of the account in force have not reached their end, and since when the oldest waits; and how many wait for another account.</summary>
    Task<OutboxSummary> SummariseAsync(CancellationToken cancellationToken);

    /// <summary>Up to <paramref name="count"/> operations that are not final, of whatever account, in line order, after a place in line.</summary>
    Task<IReadOnlyList<OutboxEntry>> ListAsync(long afterPosition, int count, CancellationToken cancellationToken);

    /// <summary>Every attempt of an operation, the first one first; none when it was never sent.</summary>
    Task<IReadOnlyList<Attempt>> ListAttemptsAsync(string operationId, CancellationToken cancellationToken);
}
