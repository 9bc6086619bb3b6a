using System.Net.Http.Headers;
using Flint.Operator.Api.Account;
using Flint.Operator.Core.Account;

namespace Flint.Operator.Api.Http;

// Reads the connection anew for each request, so a key or an address that was changed holds from the very next one.
internal sealed class ConnectionHandler(ActiveConnection connection) : DelegatingHandler
{
    public const string ApiVersion = "2026-09-07";

    // The interfaces need some base address; no request ever leaves for this one (RFC 2606 keeps it unresolvable).
    public static readonly Uri Placeholder = new("https://flint.invalid");

    protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        var current = connection.Current;

        // Judged by the very connection that the request then carries: no change of the key can come in between.
        if (request.RequestUri!.AbsolutePath != IAccountApi.AuthContextPath && !connection.Accepts(current))
        {
            throw new ChangedKeyException();
        }

        if (!IsSendable(current.ApiKey))
        {
            throw new MissingKeyException();
        }

        // A key never travels in the clear, whatever a settings file says.
        if (!ApiConnection.IsAllowed(current.BaseAddress))
        {
            throw new HttpRequestException(HttpRequestError.ConnectionError, "The base address is not one that a key may be sent to.");
        }

        request.RequestUri = new Uri(current.BaseAddress.AbsoluteUri.TrimEnd('/') + request.RequestUri.PathAndQuery);
        request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", current.ApiKey);
        request.Headers.TryAddWithoutValidation("Flint-Version", ApiVersion);
        return base.SendAsync(request, cancellationToken);
    }

    // A pasted key with a line break or a letter outside ASCII cannot be a header and so is none.
    private static bool IsSendable(string? key) => !string.IsNullOrEmpty(key) && key.All(character => character is > ' ' and <= '~');
}
