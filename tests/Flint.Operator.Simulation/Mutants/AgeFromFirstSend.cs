using Flint.Operator.Core.Sync;
using Flint.Operator.Core.Sync.Operations;
using Flint.Operator.Core.Sync.Pull;
using Flint.Operator.Simulation.Devices;

namespace Flint.Operator.Simulation.Mutants;

/// <summary>A key is born when it is first sent; what was never sent stays young for ever.</summary>
internal sealed class AgeFromFirstSend() : Mutant("age-from-first-send")
{
    public override IOperatorStore Store(IOperatorStore store, AppRun run) => new Reborn(store, run);

    private sealed class Reborn(IOperatorStore inner, AppRun run) : IOperatorStore
    {
        public Task<CommitOutcome> CommitAsync(IReadOnlyList<StoreChange> changes, CancellationToken cancellationToken) => inner.CommitAsync(changes, cancellationToken);

        public async Task<IReadOnlyList<Operation>> LoadOpenAsync(CancellationToken cancellationToken) => [.. (await inner.LoadOpenAsync(cancellationToken)).Select(Born)];

        public async Task<Operation?> FindOperationAsync(string id, CancellationToken cancellationToken) => await inner.FindOperationAsync(id, cancellationToken) is { } found ? Born(found) : null;

        public Task<RemoteRecord?> FindRecordAsync(string lid, CancellationToken cancellationToken) => inner.FindRecordAsync(lid, cancellationToken);

        public Task<IReadOnlyDictionary<string, string>> FindLidsAsync(IReadOnlyCollection<string> remoteIds, CancellationToken cancellationToken) => inner.FindLidsAsync(remoteIds, cancellationToken);

        public Task<PullCursor> LoadCursorAsync(RecordKind kind, CancellationToken cancellationToken) => inner.LoadCursorAsync(kind, cancellationToken);

        public Task<Installation> LoadInstallationAsync(CancellationToken cancellationToken) => inner.LoadInstallationAsync(cancellationToken);

        private Operation Born(Operation operation) => operation.Attempts == 0 ? operation with { KeyBorn = run.Get<SyncClock>().Now() } : operation;
    }
}
