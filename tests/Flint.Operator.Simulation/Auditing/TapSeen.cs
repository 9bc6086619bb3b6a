using Flint.Operator.Core.Sync;
using Flint.Operator.Core.Sync.Operations;
using Flint.Operator.Testing.Stores;

namespace Flint.Operator.Simulation.Auditing;

/// <summary>One tap of a person. The outcome is null when the app died under it; what was typed is null where nothing has an amount.</summary>
internal sealed record TapSeen(string Device, TimeSpan From, TimeSpan To, bool WasImmediate, SaveOutcome? Outcome, StoreState Before, StoreState After, long? TypedMinor)
{
    public bool IsConfirmed => Outcome is SaveOutcome.Saved;

    public IEnumerable<Operation> Added => After.Operations.Values.Where(operation => !Before.Operations.ContainsKey(operation.Id));
}
