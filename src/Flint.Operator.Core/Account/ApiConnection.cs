namespace Flint.Operator.Core.Account;

/// <summary>Where the API is and with which key. The key never prints.</summary>
/// <param name="BaseAddress">The base URL: https, or loopback http for the practice API.</param>
/// <param name="ApiKey">The bearer key; null while there is none.</param>
public sealed record ApiConnection(Uri BaseAddress, string? ApiKey)
{
    /// <summary>The hosted API.</summary>
    public static Uri HostedAddress { get; } = new("https://api.withflintpay.com");

    /// <summary>Whether the key is one of a test mode, by its prefix; the API's own word replaces this guess.</summary>
    public bool LooksLikeTest => ApiKey?.StartsWith("flint_live_", StringComparison.Ordinal) != true;

    /// <summary>Whether a base URL may be used at all: absolute https, or http on loopback; no credentials, query or fragment.</summary>
    public static bool IsAllowed(Uri? address) =>
        address is { IsAbsoluteUri: true, UserInfo: "", Query: "", Fragment: "" }
        && (address.Scheme == Uri.UriSchemeHttps || (address.Scheme == Uri.UriSchemeHttp && IsLoopback(address)));

    /// <summary>Whether an address is this machine by number or name.</summary>
    public static bool IsLoopback(Uri address)
    {
        ArgumentNullException.ThrowIfNull(address);
        return address.Host is "127.0.0.1" or "localhost" or "[::1]";
    }

    /// <summary>The address alone.</summary>
    public override string ToString() => BaseAddress.GetLeftPart(UriPartial.Authority);
}
