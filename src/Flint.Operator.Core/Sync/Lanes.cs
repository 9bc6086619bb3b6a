using System.Collections.Concurrent;
using Flint.Operator.Core.Sync.Operations;

namespace Flint.Operator.Core.Sync;

/// <summary>
/// Does a few things at a time, and gives the rest of the cycle its turn: a lane takes no more once somebody has tapped, a record
/// on screen is to be read again, or the turn is over. However soon that is, each lane has done one thing.
/// </summary>
public sealed class Lanes(RefreshPhase refresh, SyncSignal signal, SyncContext context)
{
    /// <summary>Does the work in its order.</summary>
    /// <param name="work">What is to be done.</param>
    /// <param name="doAsync">Does one thing; false ends its lane.</param>
    public Task RunAsync<T>(IEnumerable<T> work, Func<T, Task<bool>> doAsync)
    {
        ArgumentNullException.ThrowIfNull(work);
        ArgumentNullException.ThrowIfNull(doAsync);
        var turn = new Pause(context.Clock.Now(), context.Options.Turn);
        var queue = new ConcurrentQueue<T>(work);
        return Task.WhenAll(Enumerable.Range(0, context.Options.Lanes).Select(_ => RunLaneAsync(queue, doAsync, turn)));
    }

    private async Task RunLaneAsync<T>(ConcurrentQueue<T> queue, Func<T, Task<bool>> doAsync, Pause turn)
    {
        while (queue.TryDequeue(out var next))
        {
            if (!await doAsync(next).ConfigureAwait(false) || IsOver(turn))
            {
                return;
            }
        }
    }

    private bool IsOver(Pause turn)
    {
        var now = context.Clock.Now();
        return signal.IsPrompted || turn.Remaining(now) == TimeSpan.Zero || refresh.Wait(now) == TimeSpan.Zero;
    }
}
