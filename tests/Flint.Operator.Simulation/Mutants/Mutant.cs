using Flint.Operator.Core.Sync;
using Flint.Operator.Simulation.Devices;

namespace Flint.Operator.Simulation.Mutants;

/// <summary>
/// One rule of the engine switched off, from outside: by its options, its clock or its ports. The auditor must notice. This one
/// switches nothing off.
/// </summary>
internal class Mutant(string name)
{
    public static Mutant None { get; } = new("none");

    public string Name { get; } = name;

    public virtual SyncOptions Options(SyncOptions options) => options;

    public virtual SyncClock Clock(TimeProvider time, Random random) => new(time, random);

    public virtual IOperationGateway Gateway(IOperationGateway gateway, AppRun run) => gateway;

    public virtual IOperatorStore Store(IOperatorStore store, AppRun run) => store;
}
