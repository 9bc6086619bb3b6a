using Flint.Operator.Core.Sync.Looks;
using Flint.Operator.Core.Sync.Push;

namespace Flint.Operator.Core.Sync.Operations;

/// <summary>
/// Every legal move of an operation (sync.md section 4), as a pure function: the same operation, event and moment always give
/// the same result. An illegal move is a bug and throws.
/// </summary>
public static class OperationMachine
{
    /// <summary>The operation after an event.</summary>
    /// <param name="operation">Before.</param>
    /// <param name="happened">What happened.</param>
    /// <param name="now">When.</param>
    /// <param name="options">The numbers in force.</param>
    /// <param name="jitter">A random share, 0 to 1, for backoff.</param>
    /// <exception cref="InvalidOperationException">The event cannot happen in this state.</exception>
    public static Operation Apply(Operation operation, OperationEvent happened, Moment now, SyncOptions options, double jitter) =>
        TryApply(operation, happened, now, options, jitter)
        ?? throw new InvalidOperationException($"An operation that is {operation?.State} cannot take {happened?.GetType().Name}.");

    /// <summary>The same for what a person asks, who acts on what a screen showed a moment ago: null where sync has moved on since.</summary>
    public static Operation? TryApply(Operation operation, OperationEvent happened, Moment now, SyncOptions options, double jitter)
    {
        ArgumentNullException.ThrowIfNull(operation);
        ArgumentNullException.ThrowIfNull(now);
        ArgumentNullException.ThrowIfNull(options);
        var moved = Move(operation, happened, now, options, jitter);
        return moved is { IsFinal: true } ? moved with { SettledAt = now.Wall } : moved;
    }

    /// <summary>What waited once it waits for nothing any more: only a store knows when, so it asks here for what then becomes of it.</summary>
    public static Operation Released(Operation waiting)
    {
        ArgumentNullException.ThrowIfNull(waiting);
        return waiting with { State = waiting.Doubt is null ? OperationState.Ready : OperationState.Unknown };
    }

    private static Operation? Move(Operation operation, OperationEvent happened, Moment now, SyncOptions options, double jitter) =>
        (operation.State, happened) switch
        {
            (OperationState.Waiting, OperationEvent.NeedsDone) => Released(operation),
            (OperationState.Ready, OperationEvent.GrewStale) => operation with { State = OperationState.Triage },
            (OperationState.Ready, OperationEvent.KeyGrewOld) => InDoubt(operation, new Doubt(DoubtReason.KeyNotUsable, QuietSince(operation, now))),
            (OperationState.Ready, OperationEvent.LookGrewStale) => InDoubt(operation, new Doubt(operation.Doubt!.Reason, now)),
            (OperationState.Ready, OperationEvent.TargetUnread) => operation with
            {
                Failures = operation.Failures + 1, Backoff = new Pause(now, BackoffFor(operation.Failures + 1, options, jitter)),
            },
            (OperationState.Ready, OperationEvent.AttemptStarted started) => Started(operation, started.Wire),
            (OperationState.InFlight, OperationEvent.AttemptEnded ended) => Ended(operation, ended.Verdict, now, options, jitter),
            (OperationState.Unknown or OperationState.Looking, OperationEvent.LookEnded looked) => LookReading.Apply(operation, looked.Finding, now, options, jitter),
            (OperationState.InFlight, OperationEvent.Restarted) => InDoubt(operation, new Doubt(DoubtReason.NoAnswer, now)),
            (OperationState.Unknown or OperationState.Looking, OperationEvent.Restarted) => Restamped(operation, operation.Doubt!, now),
            (OperationState.Waiting, OperationEvent.Restarted) when operation.Doubt is { } doubt => Restamped(operation, doubt, now) with { State = OperationState.Waiting },
            (OperationState.Unknown or OperationState.Looking, OperationEvent.RecordSeen seen) => LookReading.Found(operation, seen.Record, now, options),
            (not OperationState.InFlight, OperationEvent.RecordSeen) when !operation.IsFinal => Done(operation),
            (OperationState.Ready, OperationEvent.ConflictFound) when operation.Wire is null => operation with { State = OperationState.Conflict },
            (OperationState.Waiting or OperationState.Ready or OperationState.InFlight or OperationState.Unknown or OperationState.Looking or OperationState.Triage, OperationEvent.SetAside aside) => Held(operation, aside.Reason),
            (_, OperationEvent.Edited edited) when operation.CanBeEdited => operation with { Intent = edited.Intent },
            (_, OperationEvent.Cancelled) when operation.CanBeCancelled => operation with { State = OperationState.Cancelled },
            (OperationState.Ready or OperationState.Unknown or OperationState.Looking, OperationEvent.Hurried) => operation with { Backoff = null },
            (OperationState.Triage, OperationEvent.Released) => operation with { State = OperationState.Ready, ReleasedByPerson = true },
            (OperationState.Waiting, OperationEvent.Released) => operation with { ReleasedByPerson = true },
            (OperationState.Triage, OperationEvent.Converted) => operation with { State = OperationState.Converted },
            (OperationState.Refused or OperationState.Held or OperationState.Conflict, OperationEvent.Dropped) => operation with { State = OperationState.Dropped },
            (OperationState.Waiting, OperationEvent.Dropped) when operation.Doubt is not null => operation with { State = OperationState.Dropped },
            (OperationState.Refused or OperationState.Conflict, OperationEvent.Superseded) => operation with { State = OperationState.Superseded },
            (OperationState.Held, OperationEvent.Confirmed) => Confirmed(operation, now),
            _ => null,
        };

    /// <summary>Full jitter: a random share of a step that doubles up to a cap (sync.md section 7).</summary>
    internal static TimeSpan BackoffFor(int failures, SyncOptions options, double jitter)
    {
        var step = options.BackoffBase * Math.Pow(2, Math.Clamp(failures - 1, 0, 16));
        return (step < options.BackoffCap ? step : options.BackoffCap) * jitter;
    }

    // Quiet time counts from the last attempt; for one that was never sent, from its birth, unless the clock was set back. What
    // was never sent cannot be found by a device whose clock was set forward either, so its birth may be told by the wall clock.
    private static Moment QuietSince(Operation operation, Moment now)
    {
        if (operation.Doubt is { } doubt)
        {
            return doubt.Since.Server is not null || now.SameRun(doubt.Since) ? doubt.Since : now;
        }

        var age = now.Wall - operation.KeyBorn.Wall;
        return operation.Sent == 0 && !now.WallIsBehind && age > TimeSpan.Zero ? now.Before(age) : now;
    }

    private static Operation InDoubt(Operation operation, Doubt doubt) => operation with { State = OperationState.Unknown, Doubt = doubt, Backoff = null };

    private static Operation Started(Operation operation, WireRequest wire) => operation with
    {
        State = OperationState.InFlight,
        Wire = operation.Wire ?? wire,
        Attempts = operation.Attempts + 1,
        Sent = operation.Sent + 1,
    };

    private static Operation Ended(Operation operation, Verdict verdict, Moment now, SyncOptions options, double jitter)
    {
        var failed = operation with { Failures = operation.Failures + 1 };
        return verdict switch
        {
            Verdict.Succeeded => Done(operation),
            Verdict.NotSent or Verdict.Unauthorised or Verdict.RateLimited => AsBefore(operation),
            Verdict.InDoubt doubt => InDoubt(failed with { Problem = doubt.Problem }, new Doubt(doubt.Reason, now, NotBefore: doubt.RetryAfter ?? options.InProgressWait)),

            // A look has shown that it exists, and only its URL is asked for: a refusal cannot undo that. The next look completes it.
            Verdict.Later or Verdict.Refused when operation.AwaitsUrl => InDoubt(failed, new Doubt(DoubtReason.InProgress, now)),
            Verdict.Later later => failed with
            {
                State = OperationState.Ready, Doubt = null, Problem = later.Problem, Backoff = new Pause(now, BackoffFor(failed.Failures, options, jitter)),
            },
            Verdict.HeldElsewhere => operation with { State = OperationState.Superseded, Doubt = null, Backoff = null },
            Verdict.Refused refused => operation with { State = OperationState.Refused, Doubt = null, Problem = refused.Problem },
            Verdict.Broken broken => Held(operation with { Problem = broken.Problem }, HoldReason.KeyMetAnotherBody),
            _ => throw new ArgumentOutOfRangeException(nameof(verdict), verdict, "Not a verdict."),
        };
    }

    // What may have happened to it while nobody was writing is found by a look. What it needs may not be done yet, and a change
    // cannot be looked for before its record is known: then it waits, and the doubt waits with it.
    private static Operation Confirmed(Operation operation, Moment now)
    {
        var doubted = InDoubt(operation with { Hold = null }, new Doubt(DoubtReason.KeyNotUsable, now));
        return operation.Needs.Count > 0 ? doubted with { State = OperationState.Waiting } : doubted;
    }

    // It had no effect, so it costs nothing. An earlier attempt that is still in doubt stays so: Doubt is kept.
    private static Operation AsBefore(Operation operation) => operation with { State = OperationState.Ready, Sent = operation.Sent - 1 };

    internal static Operation Done(Operation operation) => operation with
    {
        State = OperationState.Done, Doubt = null, Backoff = null, Problem = null, Failures = 0, AwaitsUrl = false, Hold = null,
    };

    internal static Operation Held(Operation operation, HoldReason reason) => operation with { State = OperationState.Held, Hold = reason, Backoff = null };

    // Waits of another run cannot be joined to this one's clock: the quick looks begin again; quiet time goes on where the
    // server's clock saw it begin, and begins again where not.
    private static Operation Restamped(Operation operation, Doubt doubt, Moment now)
    {
        var keeps = doubt.Reason == DoubtReason.KeyNotUsable && (doubt.FirstAbsentAt ?? doubt.Since).Server is not null;
        return keeps ? operation with { Backoff = null } : InDoubt(operation, new Doubt(doubt.Reason, now));
    }
}
