using Flint.Operator.Core.Account;

namespace Flint.Operator.UI.Tests.Settings;

/// <summary>Secrets in memory, to see where a key went.</summary>
internal sealed class MemorySecretStore : ISecretStore
{
    public Dictionary<string, string> Secrets { get; } = new(StringComparer.Ordinal);

    public ValueTask<SecretReading> ReadAsync(string name, CancellationToken ct) =>
        ValueTask.FromResult<SecretReading>(Secrets.TryGetValue(name, out var value) ? new SecretReading.Found(value) : new SecretReading.Missing());

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
