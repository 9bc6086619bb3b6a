namespace Flint.Operator.Core.Account;

/// <summary>Decides whether a URL may become a QR (product.md section 4): a sticker, a typo or a tampered record must never send a buyer elsewhere.</summary>
public static class PaymentHosts
{
    private const string Hosted = "checkout.withflintpay.com";

    /// <summary>Whether a buyer may be sent to <paramref name="url"/> on this connection: https on the payment host, or loopback when the API itself is on loopback.</summary>
    public static bool Allows(string? url, ApiConnection connection)
    {
        ArgumentNullException.ThrowIfNull(connection);
        if (!Uri.TryCreate(url, UriKind.Absolute, out var address) || address.UserInfo.Length > 0)
        {
            return false;
        }

        var isHosted = address.Scheme == Uri.UriSchemeHttps && address.IsDefaultPort && address.Host == Hosted;
        var isPractice = ApiConnection.IsLoopback(connection.BaseAddress) && address.Scheme == Uri.UriSchemeHttp && ApiConnection.IsLoopback(address);
        return isHosted || isPractice;
    }
}
