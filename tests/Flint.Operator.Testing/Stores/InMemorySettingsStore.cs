using Flint.Operator.Core.Settings;
using Flint.Operator.Core.Sync;

namespace Flint.Operator.Testing.Stores;

/// <summary>The settings of an <see cref="InMemoryOperatorStore"/>; a failure told to that store fails the next save here as well.</summary>
public sealed class InMemorySettingsStore(InMemoryOperatorStore store) : ISettingsStore
{
    /// <inheritdoc />
    public Task<OperatorSettings> LoadAsync(CancellationToken cancellationToken) => Task.FromResult(store.Snapshot.Settings ?? OperatorSettings.Default);

    /// <inheritdoc />
    public Task<CommitOutcome> SaveAsync(OperatorSettings settings, CancellationToken cancellationToken) =>
        Task.FromResult(store.Write(state => state with { Settings = settings }));
}
