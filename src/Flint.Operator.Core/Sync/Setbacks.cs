using System.Collections.Concurrent;
using Flint.Operator.Core.Sync.Operations;

namespace Flint.Operator.Core.Sync;

/// <summary>
/// Records whose step broke off with a bug rest for a while. The bug still ends the cycle and is told by the loop; the cycles
/// after it go on with everything else, so that one stuck record delays no other.
/// </summary>
public sealed class Setbacks(SyncContext context)
{
    private readonly ConcurrentDictionary<string, (int Count, Pause Pause)> _struck = new(StringComparer.Ordinal);

    /// <summary>Takes a step of a record, and notes when it breaks off.</summary>
    public async Task<T> StepAsync<T>(string aggregate, Func<Task<T>> step)
    {
        ArgumentNullException.ThrowIfNull(step);
        var isThrough = false;
        try
        {
            var result = await step().ConfigureAwait(false);
            isThrough = true;
            return result;
        }
        finally
        {
            if (isThrough)
            {
                _struck.TryRemove(aggregate, out _);
            }
            else
            {
                var count = (_struck.TryGetValue(aggregate, out var before) ? before.Count : 0) + 1;
                _struck[aggregate] = (count, new Pause(context.Clock.Now(), RestAfter(count)));
            }
        }
    }

    /// <summary>How long a record still rests; zero when nothing happened to it.</summary>
    public TimeSpan Wait(string aggregate, Moment now) => _struck.TryGetValue(aggregate, out var struck) ? struck.Pause.Remaining(now) : TimeSpan.Zero;

    // Longer each time than the loop waits after a cycle that failed, so that a cycle without it lies between.
    private TimeSpan RestAfter(int count)
    {
        var rest = context.Options.ProbeEvery.Longest * Math.Pow(2, Math.Min(count, 16));
        return rest < context.Options.BackoffCap ? rest : context.Options.BackoffCap;
    }
}
