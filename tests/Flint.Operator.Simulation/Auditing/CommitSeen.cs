using Flint.Operator.Core.Sync;
using Flint.Operator.Core.Sync.Operations;
using Flint.Operator.Testing.Stores;

namespace Flint.Operator.Simulation.Auditing;

/// <summary>One commit that went through, with the rows before and after it.</summary>
internal sealed record CommitSeen(string Device, int Run, TimeSpan At, StoreState Before, StoreState After, IReadOnlyList<StoreChange> Changes)
{
    /// <summary>The operations that this commit may have touched, as they were and as they are.</summary>
    public IEnumerable<(Operation? Before, Operation After)> Moved => After.Operations == Before.Operations
        ? []
        : After.Operations.Values.Where(now => !ReferenceEquals(Before.Operations.GetValueOrDefault(now.Id), now)).Select(now => (Before.Operations.GetValueOrDefault(now.Id), now));
}
