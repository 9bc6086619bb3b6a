namespace Flint.Operator.Core.Activity;

/// <summary>Everything of both surfaces that this device holds for the account in force, to search. It tells what was committed last, always.</summary>
public interface IActivityStore
{
    /// <summary>
    /// Up to <paramref name="count"/> entries, newest first, after the one named by <paramref name="afterLid"/> (keyset paging).
    /// </summary>
    /// <param name="query">What is asked for.</param>
    /// <param name="now">The moment the states are told at, UTC: a page that has ended by its clock is expired.</param>
    /// <param name="afterLid">The last entry of the page before; null for the first page.</param>
    /// <param name="count">The most that are read.</param>
    /// <param name="cancellationToken">Cancelled when nobody waits for the answer any more.</param>
    Task<IReadOnlyList<ActivityEntry>> ListAsync(ActivityQuery query, DateTimeOffset now, string? afterLid, int count, CancellationToken cancellationToken);

    /// <summary>How many entries there are, counted no further than <paramref name="most"/>.</summary>
    Task<int> CountAsync(ActivityQuery query, DateTimeOffset now, int most, CancellationToken cancellationToken);

    /// <summary>The operations of a link, or of an order with its sessions, with all that was written down about them, in line order.</summary>
    Task<IReadOnlyList<OperationTrail>> ListTrailsAsync(string lid, CancellationToken cancellationToken);

    /// <summary>Everybody who made something here, in the order of their names.</summary>
    Task<IReadOnlyList<string>> ListOperatorsAsync(CancellationToken cancellationToken);
}
