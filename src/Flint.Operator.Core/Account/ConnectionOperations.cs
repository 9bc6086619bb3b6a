using Flint.Operator.Core.Settings;
using Flint.Operator.Core.Sync;
using Flint.Operator.Core.Validation;

namespace Flint.Operator.Core.Account;

/// <summary>Changes where the API is and with which key. The key goes to the device's secret store and to memory, nowhere else.</summary>
public sealed class ConnectionOperations(ISettingsStore settings, ISecretStore secrets, ActiveConnection connection, RunMode mode, SyncSignal signal)
{
    /// <summary>The name of the key in the secret store.</summary>
    public const string KeyName = "api-key";

    private const int LongestKey = 512;

    /// <summary>
    /// Saves both and, outside practice mode, uses them at once. An empty key keeps the stored one; an empty address means the
    /// hosted API. Nothing that waits is lost: operations are sent only to the account they belong to.
    /// </summary>
    public async Task<SaveOutcome> SaveAsync(string? address, string? apiKey, CancellationToken cancellationToken)
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
