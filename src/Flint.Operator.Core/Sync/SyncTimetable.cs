using Flint.Operator.Core.Sync.Connections;
using Flint.Operator.Core.Sync.Operations;
using Flint.Operator.Core.Sync.Pull;

namespace Flint.Operator.Core.Sync;

/// <summary>When the next cycle is due if nobody prompts one.</summary>
public sealed class SyncTimetable(IOperatorStore store, OperationJournal journal, PullPhase pull, RefreshPhase refresh, Setbacks setbacks, Presence presence, SyncContext context)
{
    // A cycle that left something due for now (its turn was over, or a prompt cut it short) runs again at once, but never in a tight spin.
    private static readonly TimeSpan Shortest = TimeSpan.FromMilliseconds(100);

    /// <summary>The wait from now.</summary>
    public async Task<TimeSpan> NextWaitAsync(CancellationToken cancellationToken)
    {
        var now = context.Clock.Now();
        var sleep = context.Connection.SleepLeft(now);
        if (sleep > TimeSpan.Zero)
        {
            return sleep;
        }

        var open = await store.LoadOpenAsync(cancellationToken).ConfigureAwait(false);
        if (context.Connection.Status.Pause is not null)
        {
            return context.Options.IdleEvery;
        }

        // Unreachable, or answered by something that is not the API: probe, quickly while somebody waits for it.
        if (context.Connection.Status.Connectivity != Connectivity.Online)
        {
            return open.Any(operation => !operation.NeedsPerson) || refresh.Wait(now) is not null ? Probe() : context.Options.IdleEvery;
        }

        if (journal.IsStuck)
        {
            return context.Options.ProbeEvery.Shortest;
        }

        var waits = open.GroupBy(operation => operation.Aggregate, StringComparer.Ordinal).SelectMany(OperationSchedule.InTurn).Select(operation => WaitOf(operation, now));
        var next = waits.Append(refresh.Wait(now) ?? context.Options.IdleEvery).Append(context.Options.IdleEvery).Min();
        var pulls = pull.Wait(now);

        // A long pull goes on at once: between two of its pages lies a request, which is wait enough.
        return pulls == TimeSpan.Zero ? TimeSpan.Zero : next < Shortest ? Shortest : next < pulls ? next : pulls;
    }

    private TimeSpan WaitOf(Operation operation, Moment now) => OperationSchedule.Next(operation, now, context.Options) switch
    {
        NextStep.Nothing => context.Options.IdleEvery,
        NextStep.After after => after.Wait,
        _ when !context.IsOurs(operation) || setbacks.Wait(operation.Aggregate, now) > TimeSpan.Zero => context.Options.IdleEvery,
        _ => TimeSpan.Zero,
    };

    // The longer nobody has looked, the more rarely: a tablet in a drawer need not ask every few seconds all night.
    private TimeSpan Probe()
    {
        var (wait, away) = (Jittered(context.Options.ProbeEvery), presence.Away);
        return away <= wait ? wait : away < context.Options.IdleEvery ? away : context.Options.IdleEvery;
    }

    private TimeSpan Jittered((TimeSpan Shortest, TimeSpan Longest) range) =>
        range.Shortest + ((range.Longest - range.Shortest) * context.Chance());
}
