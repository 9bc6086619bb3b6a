using Flint.Operator.Core.Sync.Operations;

namespace Flint.Operator.Core.Activity;

/// <summary>Tells what happened to a record from the trails of its operations: the same for links and checkouts.</summary>
public static class RecordHistory
{
    /// <summary>Everything in the order in which it happened.</summary>
    public static IReadOnlyList<HistoryEvent> Of(IEnumerable<OperationTrail> trails)
    {
        ArgumentNullException.ThrowIfNull(trails);
        return [.. trails.SelectMany(Of).OrderBy(told => told.At).ThenBy(told => told.Kind != HistoryEventKind.Asked)];
    }

    // The audit knows the order, even of what happened in one moment; a salvaged file may have requests of which its audit does not tell.
    private static IEnumerable<HistoryEvent> Of(OperationTrail trail)
    {
        var intent = trail.Operation.Intent;
        List<HistoryEvent> told = [new(trail.Operation.CreatedAt, HistoryEventKind.Asked, intent, trail.Operation.OperatorName)];
        var attempts = trail.Attempts.ToDictionary(attempt => attempt.Number);
        foreach (var line in trail.Audit)
        {
            switch (AuditTrail.ReadMove(line.What))
            {
                case (_, nameof(OperationEvent.AttemptStarted), var number) when attempts.Remove(number, out var attempt):
                    told.Add(Sent(intent, attempt));
                    break;
                case { After: var after, Happened: var happened } when KindOf(after, happened) is { } kind:
                    told.Add(new HistoryEvent(line.At, kind, intent, line.Who));
                    break;
            }
        }

        return [.. told, .. attempts.Values.Select(attempt => Sent(intent, attempt))];
    }

    private static HistoryEvent Sent(OperationIntent intent, Attempt attempt) => new(attempt.StartedAt, HistoryEventKind.Sent, intent, AuditTrail.Engine, attempt);

    private static HistoryEventKind? KindOf(OperationState after, string happened) => after switch
    {
        OperationState.Done => HistoryEventKind.Done,
        OperationState.Refused => HistoryEventKind.Refused,
        OperationState.Held or OperationState.Triage or OperationState.Conflict => HistoryEventKind.NeedsYou,
        OperationState.Cancelled or OperationState.Dropped or OperationState.Superseded or OperationState.Converted => HistoryEventKind.GivenUp,
        _ when happened == nameof(OperationEvent.LookEnded) => HistoryEventKind.Looked,
        _ => null,
    };
}
