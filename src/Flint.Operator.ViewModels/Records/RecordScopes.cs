using Flint.Operator.Core.Sync;

namespace Flint.Operator.ViewModels.Records;

/// <summary>Opens what a screen about one record needs while it is open.</summary>
public sealed class RecordScopes(ChangeFeed feed, WatchList watch, TimeProvider time)
{
    /// <param name="concerns">Whether a notice is about the record.</param>
    /// <param name="read">Reads the record.</param>
    /// <param name="tick">Called every second, so that ages stay true.</param>
    public RecordScope Open(Func<IReadOnlySet<string>, bool> concerns, Func<CancellationToken, Task> read, Action tick) =>
        new(feed, watch, time, concerns, read, tick);
}
