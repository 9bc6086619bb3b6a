using Flint.Operator.Core.Sync;

namespace Flint.Operator.Core.Settings;

/// <summary>The settings of this device.</summary>
public interface ISettingsStore
{
    /// <summary>The settings, or the defaults when none were saved.</summary>
    Task<OperatorSettings> LoadAsync(CancellationToken cancellationToken);

    /// <summary>Saves all of them, durably, then tells <see cref="ChangeFeed"/>.</summary>
    Task<CommitOutcome> SaveAsync(OperatorSettings settings, CancellationToken cancellationToken);
}
