using Flint.Operator.Core.Account;

namespace Flint.Operator.Testing.Stores;

/// <summary>Secrets in memory, to see where a key went.</summary>
public sealed class InMemorySecretStore : ISecretStore
{
    public IDictionary<string, string> Secrets { get; } = new Dictionary<string, string>(StringComparer.Ordinal);

    /// <summary>Whether nothing that is stored can be read, as after a lost platform key.</summary>
    public bool IsUnreadable { get; set; }

    public ValueTask<SecretReading> ReadAsync(string name, CancellationToken ct) => ValueTask.FromResult<SecretReading>(
        !Secrets.TryGetValue(name, out var value) ? new SecretReading.Missing() : IsUnreadable ? new SecretReading.Unreadable() : new SecretReading.Found(value));

    public ValueTask WriteAsync(string name, string value, CancellationToken ct)
    {
        Secrets[name] = value;
        return ValueTask.CompletedTask;
    }

    public ValueTask RemoveAsync(string name, CancellationToken ct)
    {
        Secrets.Remove(name);
        return ValueTask.CompletedTask;
    }
}
