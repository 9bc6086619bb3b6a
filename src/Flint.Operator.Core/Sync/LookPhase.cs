namespace Flint.Operator.Core.Sync;

/// <summary>Asks the API whether operations in doubt have had their effect. A look is a read and always safe.</summary>
public sealed class LookPhase(IOperatorStore store, IOperationGateway gateway, OperationJournal journal, WatchList watch, SyncContext context)
{
    /// <summary>Takes every look that is due, those whose buyer may be waiting first.</summary>
    public async Task RunAsync(CancellationToken cancellationToken)
    {
        var open = await store.LoadOpenAsync(cancellationToken).ConfigureAwait(false);
        foreach (var operation in open.Where(o => o.Doubt is not null).OrderBy(o => watch.IsWatched(o.Aggregate) ? 0 : 1))
        {
            var now = context.Clock.Now();
            if (!context.Connection.IsOpen(now))
            {
                return;
            }

            if (OperationSchedule.Next(operation, now, context.Options) is NextStep.Look && IsOurs(operation))
            {
                await LookAsync(operation, cancellationToken).ConfigureAwait(false);
            }
        }
    }

    private bool IsOurs(Operation operation) => operation.Account is null || operation.Account == context.Connection.Status.Account;

    private async Task LookAsync(Operation operation, CancellationToken cancellationToken)
    {
        var finding = operation.Intent.IsCreate
            ? await ByReferenceAsync(operation, cancellationToken).ConfigureAwait(false)
            : await ByIdAsync(operation, cancellationToken).ConfigureAwait(false);
        StoreChange[] found = finding is LookFinding.Found { Record: var record }
            ? [new StoreChange.PutSnapshot(operation.Lid, record, context.Clock.Now().Wall)]
            : [];
        await journal.MoveAsync(operation, new OperationEvent.LookEnded(finding), found, CancellationToken.None).ConfigureAwait(false);
    }

    private async Task<LookFinding> ByReferenceAsync(Operation operation, CancellationToken cancellationToken)
    {
        var result = await gateway.FindAsync(operation.Intent.Kind, operation.Reference, cancellationToken).ConfigureAwait(false);
        context.Hear(result);

        // A row without our mark says that this is the answer to another question: a portal's or a proxy's cache. It proves nothing.
        return result is not GatewayResult<IReadOnlyList<RemoteRecord>>.Succeeded { Value: var records } || !records.All(record => RecordCheck.IsOurs(operation, record, null))
            ? new LookFinding.Failed()
            : records.Count switch
            {
                0 => new LookFinding.Absent(),
                1 => new LookFinding.Found(records[0]),
                _ => new LookFinding.Several(records.Count),
            };
    }

    private async Task<LookFinding> ByIdAsync(Operation operation, CancellationToken cancellationToken)
    {
        if (await store.FindRemoteIdAsync(operation.Lid, cancellationToken).ConfigureAwait(false) is not { } remoteId)
        {
            return new LookFinding.Failed();
        }

        var result = await gateway.ReadAsync(operation.Intent.Kind, remoteId, cancellationToken).ConfigureAwait(false);
        context.Hear(result);
        return result is not GatewayResult<RemoteRecord>.Succeeded { Value: var record } || !RecordCheck.IsOurs(operation, record, remoteId)
            ? new LookFinding.Failed()
            : RecordCheck.Shows(operation.Intent, record) ? new LookFinding.Found(record) : new LookFinding.Absent();
    }
}
