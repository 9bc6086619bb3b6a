using Flint.Operator.Core.Account;
using Flint.Operator.Core.Sync.Operations;
using Microsoft.Extensions.Logging;

namespace Flint.Operator.Core.Sync;

/// <summary>
/// Whether this file is this device's own. Its id stands in the device's secret store too: where the two differ the file was
/// copied here, and the device it came from may be sending the same operations. A file put back from a backup does not know what
/// was sent since. Both ways everything open is set aside until a person confirms (sync.md section 9).
/// </summary>
public sealed partial class InstallationCheck(
    IOperatorStore store, ISecretStore secrets, RunMode mode, OperationJournal journal, LocalIds ids, ILogger<InstallationCheck> logger)
{
    // Practice has a database of its own, and so an id of its own.
    private string SecretName => mode.IsPractice ? "practice-installation" : "installation";

    /// <summary>Checks, and sets aside what has to be. False when that could not be written; nothing may be sent then.</summary>
    public async Task<bool> RunAsync(Installation installation, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(installation);
        if (installation.RestoredAt is not null
            && !(await SetAsideAsync(HoldReason.RestoredBackup, cancellationToken).ConfigureAwait(false)
                && await CommitAsync(new StoreChange.NoteRestored(), cancellationToken).ConfigureAwait(false)))
        {
            return false;
        }

        return await secrets.ReadAsync(SecretName, cancellationToken).ConfigureAwait(false) switch
        {
            // It asks for the API key again, and touches nothing else.
            SecretReading.Unreadable => true,
            _ when !installation.IsSealed => await SealAsync(installation.Id, cancellationToken).ConfigureAwait(false),
            SecretReading.Found { Value: var id } when id == installation.Id => true,
            _ => await TakeOverAsync(cancellationToken).ConfigureAwait(false),
        };
    }

    private async Task<bool> TakeOverAsync(CancellationToken cancellationToken)
    {
        LogCopied();
        return await SetAsideAsync(HoldReason.CopiedDatabase, cancellationToken).ConfigureAwait(false)
            && await SealAsync(ids.Next(), cancellationToken).ConfigureAwait(false);
    }

    // Held before sealed: dying between the two only holds again what is held already.
    private async Task<bool> SealAsync(string id, CancellationToken cancellationToken)
    {
        await secrets.WriteAsync(SecretName, id, cancellationToken).ConfigureAwait(false);
        return await CommitAsync(new StoreChange.SealInstallation(id), cancellationToken).ConfigureAwait(false);
    }

    private async Task<bool> SetAsideAsync(HoldReason reason, CancellationToken cancellationToken)
    {
        var open = await store.LoadOpenAsync(cancellationToken).ConfigureAwait(false);

        // One that a person has to settle is not sent before that. One that waits for another may have been sent all the same,
        // after the backup or by the other device: what it waits for is found, and then it must not go out as if it were new.
        var may = open.Where(operation => operation.State is not (OperationState.Refused or OperationState.Held or OperationState.Conflict));
        return await journal.MoveAllAsync(may, new OperationEvent.SetAside(reason), cancellationToken).ConfigureAwait(false);
    }

    private async Task<bool> CommitAsync(StoreChange change, CancellationToken cancellationToken) =>
        await store.CommitAsync([change], cancellationToken).ConfigureAwait(false) == CommitOutcome.Committed;

    [LoggerMessage(Level = LogLevel.Warning, Message = "This database comes from another device: everything open is held")]
    private partial void LogCopied();
}
