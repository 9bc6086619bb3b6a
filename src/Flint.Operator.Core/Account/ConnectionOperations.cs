using Flint.Operator.Core.Settings;
using Flint.Operator.Core.Sync;
using Flint.Operator.Core.Sync.Outbox;
using Flint.Operator.Core.Validation;

namespace Flint.Operator.Core.Account;

/// <summary>
/// Changes where the API is and with which key. The key goes to the device's secret store and to memory, nowhere else. While
/// operations wait, leaving their account needs a person's confirmation (sync.md section 7); none is ever deleted by it.
/// </summary>
public sealed class ConnectionOperations(ISettingsStore settings, ISecretStore secrets, IOutboxStore outbox, ActiveConnection connection, RunMode mode, SyncSignal signal)
{
    /// <summary>The name of the key in the secret store.</summary>
    public const string KeyName = "api-key";

    private const int LongestKey = 512;

    /// <summary>
    /// Saves both and, outside practice mode, uses them at once. An empty key keeps the stored one; an empty address means the
    /// hosted API. Nothing that waits is lost: operations are sent only to the account they belong to.
    /// </summary>
    /// <param name="address">The base URL.</param>
    /// <param name="apiKey">The new key.</param>
    /// <param name="isConfirmed">A person has seen what waits and wants the change all the same.</param>
    /// <param name="cancellationToken">Stops before anything is written.</param>
    public async Task<SaveOutcome> SaveAsync(string? address, string? apiKey, bool isConfirmed, CancellationToken cancellationToken)
    {
        var trimmedAddress = string.IsNullOrWhiteSpace(address) ? null : address.Trim();
        var key = string.IsNullOrWhiteSpace(apiKey) ? null : apiKey.Trim();
        Uri.TryCreate(trimmedAddress ?? ApiConnection.HostedAddress.ToString(), UriKind.Absolute, out var uri);
        List<FieldError> errors =
        [
            .. ApiConnection.IsAllowed(uri) ? [] : new[] { new FieldError("baseAddress", FieldProblem.NotHttps) },
            .. CheckKey(key),
        ];
        if (errors.Count > 0)
        {
            return new SaveOutcome.Invalid(errors);
        }

        var current = await settings.LoadAsync(cancellationToken).ConfigureAwait(false);
        if (!isConfirmed && Leaves(uri!, key) && await FindBlockAsync(cancellationToken).ConfigureAwait(false) is { } blocked)
        {
            return blocked;
        }

        var outcome = await settings.SaveAsync(current with { BaseAddress = trimmedAddress }, cancellationToken).ConfigureAwait(false);
        if (outcome != CommitOutcome.Committed)
        {
            return new SaveOutcome.NotSaved(outcome);
        }

        if (key is not null)
        {
            await secrets.WriteAsync(KeyName, key, cancellationToken).ConfigureAwait(false);
        }

        if (!mode.IsPractice)
        {
            connection.Use(new ApiConnection(
                mode.AddressIsGiven ? connection.Current.BaseAddress : uri!,
                mode.KeyIsGiven ? connection.Current.ApiKey : key ?? connection.Current.ApiKey));
            signal.Prompt();
        }

        return new SaveOutcome.Saved("");
    }

    /// <summary>Forgets the key, on this device and in this run. Everything that waits stays here and stays bound to its account.</summary>
    public async Task<SaveOutcome> SignOutAsync(bool isConfirmed, CancellationToken cancellationToken)
    {
        if (!isConfirmed && await FindBlockAsync(cancellationToken).ConfigureAwait(false) is { } blocked)
        {
            return blocked;
        }

        await secrets.RemoveAsync(KeyName, cancellationToken).ConfigureAwait(false);
        if (mode is { IsPractice: false, KeyIsGiven: false })
        {
            connection.Use(connection.Current with { ApiKey = null });
            signal.Prompt();
        }

        return new SaveOutcome.Saved("");
    }

    // Whose key it is can only be asked with it, and a queue must not be left by mistake: any other key or address counts. A
    // first key leaves nothing.
    private bool Leaves(Uri address, string? key) =>
        (!mode.AddressIsGiven && address != connection.Current.BaseAddress)
        || (!mode.KeyIsGiven && key is not null && connection.Current.ApiKey is { } present && key != present);

    // Practice has a queue of its own, which no key and no address changes.
    private async Task<SaveOutcome.Blocked?> FindBlockAsync(CancellationToken cancellationToken) =>
        !mode.IsPractice && await outbox.SummariseAsync(cancellationToken).ConfigureAwait(false) is { Waiting: > 0 } summary ? new SaveOutcome.Blocked(summary.Waiting) : null;

    // A header value cannot hold anything else; a pasted line break or a smart quote is the usual slip.
    private static IEnumerable<FieldError> CheckKey(string? key)
    {
        if (key is { Length: > LongestKey })
        {
            yield return new FieldError("apiKey", FieldProblem.TooLong, LongestKey);
        }
        else if (key?.Any(c => c is <= ' ' or > '~') == true)
        {
            yield return new FieldError("apiKey", FieldProblem.Unreadable);
        }
    }
}
