using Flint.Operator.Core.Account;
using Flint.Operator.Desktop.Start;

namespace Flint.Operator.Desktop.Practice;

/// <summary>Decides between the hosted API and practice.</summary>
internal static class ConnectionChoice
{
    /// <summary>Null means practice: asked for by name, or because no key was ever configured.</summary>
    public static async Task<ApiConnection?> ChooseAsync(DesktopOptions options, ISecretStore secrets, CancellationToken ct)
    {
        if (options.ForcesPractice)
            return null;

        var address = options.BaseAddress ?? ApiConnection.HostedAddress;
        if (options.ApiKey is { } key)
            return new ApiConnection(address, key);

        return await secrets.ReadAsync(ConnectionOperations.KeyName, ct) switch
        {
            SecretReading.Found found => new ApiConnection(address, found.Value),

            // A key that can no longer be read is asked for again. Sliding into practice would look like an empty shop.
            SecretReading.Unreadable => new ApiConnection(address, null),
            _ => null,
        };
    }
}
