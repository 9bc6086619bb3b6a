using Flint.Operator.Core.Sync;
using Flint.Operator.Testing.Stores;

namespace Flint.Operator.Simulation.Auditing;

/// <summary>17: what is read changes no operation, and reading the same twice changes nothing.</summary>
internal sealed class PullCheck : Check
{
    public override void Committed(CommitSeen commit)
    {
        var read = commit.Changes.OfType<StoreChange.PutSnapshot>().ToList();
        if (read.Count == 0)
        {
            return;
        }

        if (!commit.Changes.Any(change => change is StoreChange.UpdateOperation) && commit.Moved.Any(moved => moved.Before is not null))
        {
            Violate(17, commit.At, "a read changed an operation");
        }

        var again = new CommitAttempt(commit.After);
        if (!again.Apply(read) || read.Any(put => !Equals(again.State.Records[put.Lid], commit.After.Records[put.Lid])))
        {
            Violate(17, commit.At, "the same read, applied twice, changed something");
        }
    }
}
