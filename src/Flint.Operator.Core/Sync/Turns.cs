using Flint.Operator.Core.Sync.Operations;

namespace Flint.Operator.Core.Sync;

/// <summary>
/// How long looks or sends go on at a time: until somebody taps, a record on screen is to be read again, or the turn is over. What
/// is due by then waits for no more than that, however much is left to do.
/// </summary>
public sealed class Turns(RefreshPhase refresh, SyncSignal signal, SyncContext context)
{
    /// <summary>A turn from now.</summary>
    public Pause Begin() => new(context.Clock.Now(), context.Options.Turn);

    /// <summary>Whether the rest of the cycle is to go on. It is asked after something was done, so that every turn does something.</summary>
    public bool IsOver(Pause turn)
    {
        ArgumentNullException.ThrowIfNull(turn);
        var now = context.Clock.Now();
        return signal.IsPrompted || turn.Remaining(now) == TimeSpan.Zero || refresh.Wait(now) == TimeSpan.Zero;
    }
}
