using System.Text.Json;
using Flint.Operator.Core.Account;

namespace Flint.Operator.Testing.Stores;

/// <summary>A device's secrets in a file of their own, for tests in which the app dies and comes back. They do not come along when only the database is copied.</summary>
public sealed class FileSecretStore(string file) : ISecretStore
{
    public async ValueTask<SecretReading> ReadAsync(string name, CancellationToken ct) =>
        (await LoadAsync(ct)).TryGetValue(name, out var value) ? new SecretReading.Found(value) : new SecretReading.Missing();

    public async ValueTask WriteAsync(string name, string value, CancellationToken ct)
    {
        var secrets = await LoadAsync(ct);
        secrets[name] = value;
        await SaveAsync(secrets, ct);
    }

    public async ValueTask RemoveAsync(string name, CancellationToken ct)
    {
        var secrets = await LoadAsync(ct);
        secrets.Remove(name);
        await SaveAsync(secrets, ct);
    }

    private async Task<Dictionary<string, string>> LoadAsync(CancellationToken ct) =>
        File.Exists(file) ? JsonSerializer.Deserialize<Dictionary<string, string>>(await File.ReadAllTextAsync(file, ct))! : new Dictionary<string, string>(StringComparer.Ordinal);

    // Written beside and moved over: a process that dies here leaves the old secrets or the new ones.
    private async Task SaveAsync(Dictionary<string, string> secrets, CancellationToken ct)
    {
        var draft = $"{file}.{Environment.ProcessId}.part";
        await File.WriteAllTextAsync(draft, JsonSerializer.Serialize(secrets), ct);
        File.Move(draft, file, overwrite: true);
    }
}
