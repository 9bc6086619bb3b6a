using Flint.Operator.Core.Account;
using Flint.Operator.Core.Sync.Connections;
using Flint.Operator.Core.Sync.Looks;
using Flint.Operator.Core.Sync.Operations;

namespace Flint.Operator.Core.Sync.Push;

/// <summary>
/// One attempt: freeze the bytes, commit the attempt, send, read the verdict, commit the end. The attempt's row is on disk
/// before its first byte leaves, and its end is written even while the app is closing.
/// </summary>
public sealed class OperationSender(TargetResolver resolver, IOperationGateway gateway, OperationJournal journal, Successors successors, RecoverPhase recover, SyncContext context)
{
    /// <summary>Does the next step of an operation, if it is one of sending. Returns the moved operation, or null when there is nothing to go on with.</summary>
    public async Task<Operation?> StepAsync(Operation operation, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(operation);
        var now = context.Clock.Now();
        if (!context.Connection.IsOpen(now) || !context.IsOurs(operation))
        {
            return null;
        }

        return OperationSchedule.Next(operation, now, context.Options) switch
        {
            NextStep.Note note => await journal.MoveAsync(operation, note.Event, [], cancellationToken).ConfigureAwait(false),
            NextStep.Send => await ResolveAsync(operation, cancellationToken).ConfigureAwait(false),
            _ => null,
        };
    }

    private async Task<Operation?> ResolveAsync(Operation operation, CancellationToken cancellationToken) =>
        await resolver.ResolveAsync(operation, cancellationToken).ConfigureAwait(false) switch
        {
            // What it refers to may have been asked for over the network, and the machine may have slept over the answer: judge again.
            TargetReading.Resolved when OperationSchedule.Next(operation, context.Clock.Now(), context.Options) is not NextStep.Send => null,
            TargetReading.Resolved { Targets: var targets } => await SendAsync(operation, targets, cancellationToken).ConfigureAwait(false),
            TargetReading.Settled { Record: var record } => await journal.MoveAsync(operation, new OperationEvent.RecordSeen(record), [], cancellationToken).ConfigureAwait(false),
            TargetReading.Conflicting => await journal.MoveAsync(operation, new OperationEvent.ConflictFound(), [], cancellationToken).ConfigureAwait(false),
            _ => await PutOffAsync(operation, cancellationToken).ConfigureAwait(false),
        };

    // Nothing to go on with either way. Where the network, the key or a limit stood in the way, it was no failure of the operation;
    // else the wait is in the row.
    private async Task<Operation?> PutOffAsync(Operation operation, CancellationToken cancellationToken)
    {
        if (!context.Connection.IsOpen(context.Clock.Now()) || !context.IsOurs(operation))
        {
            return null;
        }

        await journal.MoveAsync(operation, new OperationEvent.TargetUnread(), [], cancellationToken).ConfigureAwait(false);
        return null;
    }

    private async Task<Operation?> SendAsync(Operation operation, WireTargets targets, CancellationToken cancellationToken)
    {
        var wire = operation.Wire ?? gateway.Encode(operation, targets);
        var requestId = $"{operation.Reference}-{operation.Attempts + 1}";
        var attempt = new StoreChange.StartAttempt(operation.Id, operation.Attempts + 1, operation.Generation, requestId, context.Clock.Now().Wall);
        if (await journal.MoveAsync(operation, new OperationEvent.AttemptStarted(wire), [attempt], cancellationToken).ConfigureAwait(false) is not { } inFlight)
        {
            return null;
        }

        Operation? ended = null;
        try
        {
            ended = await EndAsync(inFlight, await SendAsync(inFlight, requestId, cancellationToken).ConfigureAwait(false), targets).ConfigureAwait(false);
            return ended;
        }
        finally
        {
            if (ended is null)
            {
                recover.Again();
            }
        }
    }

    private async Task<Operation?> EndAsync(Operation inFlight, GatewayResult<RemoteRecord> result, WireTargets targets)
    {
        var verdict = VerdictReader.Read(inFlight, result, targets);
        var elsewhere = verdict is Verdict.Succeeded { Record: var record } ? await successors.OfRecordElsewhereAsync(inFlight, record, CancellationToken.None).ConfigureAwait(false) : null;
        return elsewhere is null
            ? await journal.MoveAsync(inFlight, new OperationEvent.AttemptEnded(verdict), Ending(inFlight, verdict, result), CancellationToken.None).ConfigureAwait(false)
            : await journal.MoveAsync(
                inFlight, new OperationEvent.AttemptEnded(new Verdict.HeldElsewhere()), [.. Ending(inFlight, new Verdict.HeldElsewhere(), result), .. elsewhere], CancellationToken.None).ConfigureAwait(false);
    }

    private async Task<GatewayResult<RemoteRecord>> SendAsync(Operation inFlight, string requestId, CancellationToken cancellationToken)
    {
        // Another lane may have been told to be quiet while this attempt was written.
        if (context.Connection.SleepLeft(context.Clock.Now()) > TimeSpan.Zero)
        {
            return new GatewayResult<RemoteRecord>.NotSent(NetworkFault.HeldBack);
        }

        var result = await gateway.SendAsync(inFlight.Intent.Kind, inFlight.Wire!, inFlight.Key, requestId, cancellationToken).ConfigureAwait(false);
        context.Hear(result, KeyRights.ToWrite(inFlight.Intent.Kind));
        return result;
    }

    private IEnumerable<StoreChange> Ending(Operation operation, Verdict verdict, GatewayResult<RemoteRecord> result)
    {
        var now = context.Clock.Now().Wall;
        var info = SyncContext.InfoOf(result);
        yield return new StoreChange.EndAttempt(operation.Id, operation.Attempts, verdict.GetType().Name, info?.Status, info?.RequestId, now);
        if (verdict is Verdict.Succeeded { Record: var record })
        {
            yield return new StoreChange.PutSnapshot(operation.Lid, record, now);
        }
    }
}
