using Flint.Operator.Core.Sync;
using Flint.Operator.Core.Sync.Operations;
using Flint.Operator.Testing.Stores;

namespace Flint.Operator.Simulation.Auditing;

/// <summary>12: what was sent is never edited, merged or cancelled on the device.</summary>
internal sealed class FreezeCheck : Check
{
    private readonly LookBook _book = new();

    // A restored file may hold the words from before an edit that was sent; they can only go out under another key (invariants 7
    // and 9), once absence is proven. To that device they were never sent.
    public override void Restored(string device, StoreState rows) =>
        _book.Forget(device, id => rows.Operations.GetValueOrDefault(id) is null or { Wire: null });

    public override void Copied(string from, string to) => _book.Copied(from, to);

    public override void Departed(Departure departure) => _book.Departed(departure);

    public override void Arrived(Arrival arrival) => _book.Arrived(arrival);

    public override void Committed(CommitSeen commit)
    {
        foreach (var (before, after) in commit.Moved)
        {
            if (before is null || _book.Last(commit.Device, after.Id) is not { } sent)
            {
                continue;
            }

            if (after.State is OperationState.Cancelled or OperationState.Converted)
            {
                Violate(12, commit.At, $"{after.Id} was sent and is now {after.State}");
            }

            if (!ReferenceEquals(before.Intent, after.Intent) || (after.Wire is not null && after.Wire != sent.Wire) || before.Lid != after.Lid)
            {
                Violate(12, commit.At, $"{after.Id} was sent and then changed");
            }
        }
    }
}
