using System.Security.Cryptography;
using System.Text;
using System.Text.RegularExpressions;
using Flint.Operator.Core.Account;
using Flint.Operator.Desktop.Start;
using Microsoft.AspNetCore.DataProtection;

namespace Flint.Operator.Desktop.Device;

/// <summary>Secrets as encrypted files of this account.</summary>
internal sealed partial class DataProtectionSecretStore(DataFolder folder, IDataProtectionProvider provider, ILogger<DataProtectionSecretStore> logger)
    : ISecretStore
{
    public async ValueTask<SecretReading> ReadAsync(string name, CancellationToken ct)
    {
        var path = PathOf(name);
        try
        {
            var sealedBytes = await File.ReadAllBytesAsync(path, ct);
            return new SecretReading.Found(Encoding.UTF8.GetString(ProtectorOf(name).Unprotect(sealedBytes)));
        }
        catch (Exception e) when (e is FileNotFoundException or DirectoryNotFoundException)
        {
            return new SecretReading.Missing();
        }
        catch (Exception e) when (e is CryptographicException or IOException or UnauthorizedAccessException)
        {
            logger.LogWarning("The stored secret {Name} cannot be read ({Reason}). It is left as it is.", name, e.GetType().Name);
            return new SecretReading.Unreadable();
        }
    }

    public async ValueTask WriteAsync(string name, string value, CancellationToken ct)
    {
        var path = PathOf(name);
        if (!OperatingSystem.IsWindows())
            logger.LogWarning("Secrets are kept in files that only this account can read. Encrypt the disk of this device.");

        DataFolder.EnsurePrivate(folder.Secrets);
        await PrivateFile.ReplaceAsync(path, ProtectorOf(name).Protect(Encoding.UTF8.GetBytes(value)), ct);
    }

    public ValueTask RemoveAsync(string name, CancellationToken ct)
    {
        var path = PathOf(name);
        if (File.Exists(path))
            File.Delete(path);

        return ValueTask.CompletedTask;
    }

    private IDataProtector ProtectorOf(string name) => provider.CreateProtector("Flint.Operator.Secrets.v1", name);

    private string PathOf(string name) => AllowedName().IsMatch(name)
        ? Path.Combine(folder.Secrets, $"{name}.secret")
        : throw new ArgumentException("A secret's name consists of lower-case letters, digits and hyphens.", nameof(name));

    // \z, for $ would let a line break through at the end.
    [GeneratedRegex(@"^[a-z0-9-]+\z", RegexOptions.CultureInvariant)]
    private static partial Regex AllowedName();
}
