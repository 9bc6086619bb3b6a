using Flint.Operator.Core.Sync;
using Flint.Operator.Core.Sync.Operations;
using Flint.Operator.Testing.Stores;
using static Flint.Operator.Core.Sync.Operations.OperationState;

namespace Flint.Operator.Simulation.Auditing;

/// <summary>13: only the moves of sync.md section 4; nothing disappears; the audit only grows, says every move, and replays to the present state.</summary>
internal sealed class TransitionCheck : Check
{
    private static readonly HashSet<(OperationState From, OperationState To)> Legal =
    [
        (Waiting, Ready), (Waiting, Cancelled), (Waiting, Unknown), (Waiting, Dropped),
        (Ready, InFlight), (Ready, Cancelled), (Ready, Triage), (Ready, Unknown),
        (InFlight, Done), (InFlight, Ready), (InFlight, Refused), (InFlight, Unknown), (InFlight, Held), (InFlight, Superseded),
        (Unknown, Looking), (Unknown, Ready), (Unknown, Done), (Unknown, Held),
        (Looking, Unknown), (Looking, Ready), (Looking, Done), (Looking, Held),
        (Triage, Ready), (Triage, Converted), (Triage, Cancelled),
        (Refused, Superseded), (Refused, Dropped),
        (Held, Unknown), (Held, Dropped),

        // A pull that sees the record completes whatever waits for it.
        (Waiting, Done), (Ready, Done), (Triage, Done), (Refused, Done), (Held, Done), (Conflict, Done),

        // A copied or restored database, a second record. What needs another goes back to its wait.
        (Waiting, Held), (Ready, Held), (Triage, Held), (Held, Waiting),

        // Another session is in the way, another edit came first.
        (Unknown, Superseded), (Looking, Superseded), (Unknown, Conflict), (Looking, Conflict), (Ready, Conflict),
        (Conflict, Superseded), (Conflict, Dropped),
    ];

    // From the first line on, whatever was copied, put back or lost on the way.
    public override void Rested(AtRest rest)
    {
        foreach (var rows in rest.Devices.Values)
        {
            var replay = new AuditReplay();
            ReadAll(rest.At, replay, rows.Audit);
            foreach (var operation in rows.Operations.Values)
            {
                CheckTold(rest.At, replay, operation);
            }
        }
    }

    public override void Committed(CommitSeen commit)
    {
        CheckNothingIsGone(commit);
        CheckAudit(commit);
        foreach (var (before, after) in commit.Moved)
        {
            if (before is null ? after.State is not (Waiting or Ready) && !IsBornHeld(after) : before.State != after.State && !Legal.Contains((before.State, after.State)))
            {
                Violate(13, commit.At, $"{after.Id} went from {before?.State.ToString() ?? "nothing"} to {after.State}");
            }
        }
    }

    // A second record that is paid is taken out of use only when a person says so: that step is drawn held.
    private static bool IsBornHeld(Operation after) => after is { State: Held, Hold: HoldReason.SecondRecord, Intent.TakesOutOfUse: true };

    private void CheckNothingIsGone(CommitSeen commit)
    {
        if (commit.Before.Operations != commit.After.Operations && commit.Before.Operations.Keys.FirstOrDefault(id => !commit.After.Operations.ContainsKey(id)) is { } gone)
        {
            Violate(13, commit.At, $"{gone} disappeared");
        }
    }

    private void CheckAudit(CommitSeen commit)
    {
        var (before, after) = (commit.Before.Audit, commit.After.Audit);
        if (after.Count < before.Count || (before.Count > 0 && !ReferenceEquals(after[before.Count - 1], before[^1])))
        {
            Violate(13, commit.At, "the audit lost a line");
            return;
        }

        var replay = new AuditReplay();
        foreach (var (was, _) in commit.Moved)
        {
            if (was is not null)
            {
                replay.Begin(was);
            }
        }

        ReadAll(commit.At, replay, after.Skip(before.Count));
        foreach (var (_, moved) in commit.Moved)
        {
            CheckTold(commit.At, replay, moved);
        }
    }

    private void ReadAll(TimeSpan at, AuditReplay replay, IEnumerable<StoreChange.Audit> lines)
    {
        foreach (var line in lines)
        {
            if (replay.Read(line) is { } wrong)
            {
                Violate(13, at, wrong);
            }
        }
    }

    private void CheckTold(TimeSpan at, AuditReplay replay, Operation operation)
    {
        var (stands, told) = (AuditedOperation.Of(operation), replay.Told.GetValueOrDefault(operation.Id));
        if (stands != told)
        {
            Violate(13, at, $"{operation.Id} is {stands}; the audit says {told?.ToString() ?? "nothing"}");
        }
    }
}
