namespace Flint.Operator.Core.Sync;

/// <summary>
/// One attempt: freeze the bytes, commit the attempt, send, read the verdict, commit the end. The attempt's row is on disk
/// before its first byte leaves, and its end is written even while the app is closing.
/// </summary>
public sealed class OperationSender(IOperatorStore store, IOperationGateway gateway, OperationJournal journal, RecoverPhase recover, SyncContext context)
{
    /// <summary>Does the next step of an operation, if it is one of sending. Returns the moved operation, or null when there is nothing to go on with.</summary>
    public async Task<Operation?> StepAsync(Operation operation, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(operation);
        var now = context.Clock.Now();
        if (!context.Connection.IsOpen(now) || (operation.Account is not null && operation.Account != context.Connection.Status.Account))
        {
            return null;
        }

        return OperationSchedule.Next(operation, now, context.Options) switch
        {
            NextStep.Note note => await journal.MoveAsync(operation, note.Event, [], cancellationToken).ConfigureAwait(false),
            NextStep.Send => await SendAsync(operation, cancellationToken).ConfigureAwait(false),
            _ => null,
        };
    }

    private async Task<Operation?> SendAsync(Operation operation, CancellationToken cancellationToken)
    {
        var targets = await ResolveAsync(operation, cancellationToken).ConfigureAwait(false);
        var wire = operation.Wire ?? gateway.Encode(operation, targets);
        var requestId = $"{operation.Reference}-{operation.Attempts + 1}";
        var attempt = new StoreChange.StartAttempt(operation.Id, operation.Attempts + 1, operation.Generation, requestId, context.Clock.Now().Wall);
        if (await journal.MoveAsync(operation, new OperationEvent.AttemptStarted(wire), [attempt], cancellationToken).ConfigureAwait(false) is not { } inFlight)
        {
            return null;
        }

        var result = await gateway.SendAsync(inFlight.Intent.Kind, inFlight.Wire!, inFlight.Key, requestId, cancellationToken).ConfigureAwait(false);
        context.Hear(result);
        var verdict = VerdictReader.Read(inFlight, result, targets.OwnId ?? targets.OrderId);

        var ended = await journal.MoveAsync(inFlight, new OperationEvent.AttemptEnded(verdict), Ending(inFlight, verdict, result), CancellationToken.None).ConfigureAwait(false);
        if (ended is null)
        {
            recover.Again();
        }

        return ended;
    }

    private async Task<WireTargets> ResolveAsync(Operation operation, CancellationToken cancellationToken)
    {
        if (operation.Intent is not OperationIntent.CreateCheckoutSession session)
        {
            return new WireTargets(OwnId: operation.Intent.IsCreate ? null : await store.FindRemoteIdAsync(operation.Lid, cancellationToken).ConfigureAwait(false));
        }

        return new WireTargets(
            OrderId: await store.FindRemoteIdAsync(session.OrderLid, cancellationToken).ConfigureAwait(false),
            ReplacesSessionId: session.ReplacesLid is { } replaced ? await store.FindRemoteIdAsync(replaced, cancellationToken).ConfigureAwait(false) : null);
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
