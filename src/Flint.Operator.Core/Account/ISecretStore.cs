namespace Flint.Operator.Core.Account;

/// <summary>
/// Keeps the few values that must never reach the database, a log or a backup: the API key above all.
/// One adapter per head; each uses what its platform offers.
/// </summary>
/// <remarks>A name consists of lower-case letters, digits and hyphens, and is not itself secret.</remarks>
public interface ISecretStore
{
    /// <summary>Reads a secret. Damage or a lost platform key is an outcome, not an exception.</summary>
    /// <param name="name">Which secret.</param>
    /// <param name="ct">Stops the wait.</param>
    /// <returns>The value, that there is none, or that there is one that can no longer be read.</returns>
    /// <exception cref="ArgumentException">The name holds a character that is not allowed.</exception>
    ValueTask<SecretReading> ReadAsync(string name, CancellationToken ct);

    /// <summary>Stores a secret in place of what the name held before: afterwards either the old value or the new one is there.</summary>
    /// <param name="name">Which secret.</param>
    /// <param name="value">The value; never logged.</param>
    /// <param name="ct">Stops the wait; the old value then stays.</param>
    /// <exception cref="ArgumentException">The name holds a character that is not allowed.</exception>
    ValueTask WriteAsync(string name, string value, CancellationToken ct);

    /// <summary>Forgets a secret. Forgetting what is not there is no error.</summary>
    /// <param name="name">Which secret.</param>
    /// <param name="ct">Stops the wait.</param>
    /// <exception cref="ArgumentException">The name holds a character that is not allowed.</exception>
    ValueTask RemoveAsync(string name, CancellationToken ct);
}
