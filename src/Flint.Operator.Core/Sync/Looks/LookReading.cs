using Flint.Operator.Core.Checkouts;
using Flint.Operator.Core.Sync.Operations;

namespace Flint.Operator.Core.Sync.Looks;

/// <summary>What a look means for its operation: the table of sync.md section 6.</summary>
internal static class LookReading
{
    public static Operation Apply(Operation operation, LookFinding finding, Moment now, SyncOptions options, double jitter)
    {
        // The server has answered by now: what was stamped before it did can be measured in later runs too.
        var doubt = operation.Doubt! with { LastLookAt = now, Since = operation.Doubt!.Since.SeenBy(now) };
        return finding switch
        {
            LookFinding.Found found => Found(operation with { Doubt = doubt }, found.Record, now, options),
            LookFinding.Several => OperationMachine.Held(operation with { Doubt = doubt }, HoldReason.SecondRecord),
            LookFinding.Overtaken => operation with { State = OperationState.Superseded, Doubt = null, Backoff = null },
            LookFinding.Conflicting => operation with { State = OperationState.Conflict, Doubt = null, Backoff = null },
            LookFinding.Failed => operation with
            {
                Failures = operation.Failures + 1, Backoff = new Pause(now, OperationMachine.BackoffFor(operation.Failures + 1, options, jitter)),
            },
            _ => Absent(operation with { State = OperationState.Looking, Doubt = doubt, Backoff = null }, doubt, now, options, jitter),
        };
    }

    /// <summary>Whether one more absent look at this moment is enough to act on.</summary>
    public static bool IsProof(Operation operation, Moment now, SyncOptions options) =>
        Apply(operation, new LookFinding.Absent(), now, options, 0).State == OperationState.Ready;

    // A read may withhold a session's URL. A resend under the same young key replays the first answer, URL included; should the
    // key be forgotten, the order's one open session stops a second one.
    public static Operation Found(Operation operation, RemoteRecord record, Moment now, SyncOptions options)
    {
        return LacksUrl(operation, record) && CanAskForUrl(operation, now, options)
            ? operation with { State = OperationState.Ready, AwaitsUrl = true, Backoff = null }
            : OperationMachine.Done(operation);
    }

    public static bool LacksUrl(Operation operation, RemoteRecord record) =>
        record is CheckoutSessionSnapshot { Url: null, Status: "open" } && operation.Intent.IsCreate;

    // After a visible 5xx nobody knows whether the key was kept: asked under a forgotten one, the API would make another session
    // the moment somebody ends this one. To replace it is refused then.
    public static bool CanAskForUrl(Operation operation, Moment now, SyncOptions options) =>
        operation is { AwaitsUrl: false, Sent: > 0, Doubt: not { Reason: DoubtReason.ServerError } } && !OperationSchedule.IsKeyOld(operation, now, options);

    private static Operation Absent(Operation operation, Doubt doubt, Moment now, SyncOptions options, double jitter)
    {
        if (doubt.Reason == DoubtReason.KeyNotUsable)
        {
            return AbsentUnderOldKey(operation, doubt, now, options);
        }

        var counted = operation with { Doubt = doubt with { AbsentLooks = doubt.AbsentLooks + 1 } };
        var needed = doubt.Reason switch
        {
            DoubtReason.NoAnswer => options.LooksAfterNoAnswer.Count,
            DoubtReason.ServerError => options.LooksAfterServerError.Count,
            _ => 1,
        };
        if (counted.Doubt!.AbsentLooks < needed)
        {
            return counted;
        }

        if (OperationSchedule.IsKeyOld(operation, now, options))
        {
            return AbsentUnderOldKey(counted, counted.Doubt with { Reason = DoubtReason.KeyNotUsable }, now, options);
        }

        // The first resend goes at once: a buyer may be standing there. Later ones back off.
        var wait = counted.Failures > 1 ? OperationMachine.BackoffFor(counted.Failures, options, jitter) : TimeSpan.Zero;
        return counted with { State = OperationState.Ready, Backoff = new Pause(now, wait) };
    }

    private static Operation AbsentUnderOldKey(Operation operation, Doubt doubt, Moment now, SyncOptions options)
    {
        if (doubt.FirstAbsentAt is { } first && now.AtLeastSince(first) >= options.QuietTime)
        {
            return operation with { State = OperationState.Ready, Generation = operation.Generation + 1, KeyBorn = now, Doubt = null };
        }

        var counts = doubt.FirstAbsentAt is null && now.AtLeastSince(doubt.Since) >= options.QuietTime;
        return operation with { Doubt = counts ? doubt with { FirstAbsentAt = now, AbsentLooks = 1 } : doubt };
    }
}
