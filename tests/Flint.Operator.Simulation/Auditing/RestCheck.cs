using Flint.Operator.Core.Sync;
using Flint.Operator.Core.Sync.Operations;
using Flint.Operator.Testing.Stores;

namespace Flint.Operator.Simulation.Auditing;

/// <summary>At rest. 2: one record for each create that is done, none for what was cancelled or refused. 23: whatever is left waits for a person.</summary>
internal sealed class RestCheck : Check
{
    private static readonly SyncOptions Rules = new();

    private bool _isRestored;

    /// <summary>It needs a person itself, or stands behind one of its own aggregate that does.</summary>
    public static bool WaitsForPerson(StoreState rows, Operation operation) => IsShown(operation)
        || rows.Operations.Values.Any(other => other.Aggregate == operation.Aggregate && other.Position < operation.Position && !other.IsFinal && IsShown(other))
        || operation.Needs.Any(need => rows.Operations.GetValueOrDefault(need) is { NeedsPerson: true });

    // What the server keeps refusing for now is shown as needing attention, and tried on.
    private static bool IsShown(Operation operation) => operation.NeedsPerson || (operation.Failures >= Rules.AttentionFailures && operation.Problem is not null);

    public override void Restored(string device, StoreState rows) => _isRestored = true;

    public override void Rested(AtRest rest)
    {
        foreach (var (device, rows) in rest.Devices)
        {
            foreach (var operation in rows.Operations.Values)
            {
                CheckEnd(rest, device, rows, operation);
                CheckCount(rest, operation);
            }
        }

        if (!_isRestored)
        {
            CheckOrigins(rest);
        }

        CheckSeconds(rest);
    }

    private void CheckEnd(AtRest rest, string device, StoreState rows, Operation operation)
    {
        if (!operation.IsFinal && !WaitsForPerson(rows, operation))
        {
            Violate(23, rest.At, $"{operation.Id} on {device} is {operation.State} for ever: {operation.Intent.GetType().Name}, generation {operation.Generation}, {operation.Attempts} attempts, {operation.Problem?.Code}");
        }
    }

    private void CheckCount(AtRest rest, Operation operation)
    {
        if (!operation.Intent.IsCreate)
        {
            return;
        }

        var count = rest.Ledger.By(operation.Reference).Count;
        var isWrong = operation.State switch
        {
            OperationState.Done => rest.Kind.MayDouble ? count == 0 : count != 1,
            OperationState.Cancelled or OperationState.Converted => count != 0 && rest.Devices.Count == 1,
            OperationState.Refused or OperationState.Superseded => count != 0,
            _ => false,
        };
        if (isWrong)
        {
            Violate(2, rest.At, $"{operation.Reference} is {operation.State} and has {count} records");
        }
    }

    // The known limit: the second is out of use by now, or shown to a person together with the first. Where the operation itself
    // was lost with the file nobody can tell which of the two is meant.
    private void CheckSeconds(AtRest rest)
    {
        foreach (var rows in rest.Ledger.Rows.Where(row => row.Reference is not null).GroupBy(row => row.Reference!, StringComparer.Ordinal))
        {
            var live = rows.Count(row => row.IsLive && !row.IsPaid);
            var makers = rest.Devices.Values.Select(device => device.Operations.GetValueOrDefault(rows.Key[4..])).OfType<Operation>().ToList();
            var isLost = _isRestored && makers.Count == 0;
            if (live > 1 && !isLost && !makers.Exists(maker => maker.NeedsPerson))
            {
                Violate(1, rest.At, $"{rows.Key} has {live} records that can be paid: {string.Join(' ', rows.Select(row => row.Record.RemoteId))}");
            }
        }
    }

    private void CheckOrigins(AtRest rest)
    {
        foreach (var row in rest.Ledger.Rows)
        {
            if (row.Reference?[4..] is { } id && !rest.Devices.Values.Any(rows => rows.Operations.ContainsKey(id)))
            {
                Violate(2, rest.At, $"{row.Record.RemoteId} carries {row.Reference}, which no device knows");
            }
        }
    }
}
