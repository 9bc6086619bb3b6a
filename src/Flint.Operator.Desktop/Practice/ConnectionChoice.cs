using Flint.Operator.Core.Account;
using Flint.Operator.Desktop.Start;

namespace Flint.Operator.Desktop.Practice;

/// <summary>Decides between the hosted API and practice.</summary>
internal static class ConnectionChoice
{
    /// <summary>Null means practice: asked for by name, or because no key was ever configured.</summary>
    public static async Task<StartConnection?> ChooseAsync(DesktopOptions options, ISecretStore secrets, CancellationToken ct)
    {
        if (options.ForcesPractice)
            return null;

        if (options.ApiKey is { } key)
            return new StartConnection(options.BaseAddress, key, IsPractice: false);

        return await secrets.ReadAsync(StartConnection.ApiKeySecret, ct) switch
        {
            SecretReading.Found found => new StartConnection(options.BaseAddress, found.Value, IsPractice: false),

            // A key that can no longer be read is asked for again. Sliding into practice would look like an empty shop.
            SecretReading.Unreadable => new StartConnection(options.BaseAddress, null, IsPractice: false),
            _ => null,
        };
    }
}
