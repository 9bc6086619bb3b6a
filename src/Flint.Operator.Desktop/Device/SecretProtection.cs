using Flint.Operator.Desktop.Start;
using Microsoft.AspNetCore.DataProtection;

namespace Flint.Operator.Desktop.Device;

/// <summary>Where the keys that protect secrets lie, and how they are protected themselves.</summary>
internal static class SecretProtection
{
    /// <summary>For the one reading that comes before the host: whether a key is stored decides on practice mode.</summary>
    public static IDataProtectionProvider Open(DataFolder folder) => DataProtectionProvider.Create(KeyFolder(folder), builder => Use(builder, folder));

    public static void Use(IDataProtectionBuilder builder, DataFolder folder)
    {
        builder.SetApplicationName("Flint Operator").PersistKeysToFileSystem(KeyFolder(folder));

        // Elsewhere the shared framework has no keeper of keys to offer: there it is the file permissions that protect them.
        if (OperatingSystem.IsWindows())
            builder.ProtectKeysWithDpapi();
    }

    private static DirectoryInfo KeyFolder(DataFolder folder)
    {
        DataFolder.EnsurePrivate(folder.Secrets);
        var keys = Path.Combine(folder.Secrets, "keys");
        DataFolder.EnsurePrivate(keys);
        return new DirectoryInfo(keys);
    }
}
