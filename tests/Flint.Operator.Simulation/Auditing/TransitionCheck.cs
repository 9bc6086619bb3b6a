using Flint.Operator.Core.Sync;
using Flint.Operator.Core.Sync.Operations;
using static Flint.Operator.Core.Sync.Operations.OperationState;

namespace Flint.Operator.Simulation.Auditing;

/// <summary>13: only the moves of sync.md section 4; nothing disappears; the audit says every move and only grows.</summary>
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

        if (commit.Changes.OfType<StoreChange.UpdateOperation>().Any() && after.Count == before.Count)
        {
            Violate(13, commit.At, "an operation moved and the audit does not say so");
        }

        for (var line = before.Count; line < after.Count; line++)
        {
            CheckLine(commit, after[line]);
        }
    }

    private void CheckLine(CommitSeen commit, StoreChange.Audit line)
    {
        if (line.OperationId is { } id && line.What.Contains(" -> ", StringComparison.Ordinal) && !line.What.StartsWith($"{commit.Before.Operations.GetValueOrDefault(id)?.State} -> {commit.After.Operations[id].State} ", StringComparison.Ordinal))
        {
            Violate(13, commit.At, $"the audit says of {id} \"{line.What}\"; it went from {commit.Before.Operations.GetValueOrDefault(id)?.State} to {commit.After.Operations[id].State}");
        }
    }
}
