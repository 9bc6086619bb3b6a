using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;

namespace Flint.Operator.Sandbox.Http;

/// <summary>
/// Addresses of hosted pages. Stored answers hold the path behind a marker and get the origin when they are written:
/// the sandbox may come back on another port, and yesterday's links and replays must still lead to it.
/// </summary>
internal sealed class HostedUrls(IServer server)
{
    private const string Marker = "hosted-page:";

    public string Origin =>
        server.Features.Get<IServerAddressesFeature>()?.Addresses.FirstOrDefault()?.TrimEnd('/') ?? "http://127.0.0.1";

    public static string PaymentLink(string id) => $"{Marker}/pay/{id}";

    public static string Checkout(string id, string token) => $"{Marker}/checkout/{id}#checkout_token={token}";

    public static string PathOf(string url) => url[Marker.Length..];

    public void Complete(JsonNode? node)
    {
        if (node is JsonArray list)
        {
            foreach (var item in list)
                Complete(item);
        }
        else if (node is JsonObject fields)
        {
            foreach (var (name, value) in fields.ToArray())
            {
                if (name is "url" or "hosted_url" && value is JsonValue text &&
                    text.TryGetValue<string>(out var url) && url.StartsWith(Marker, StringComparison.Ordinal))
                {
                    fields[name] = Origin + PathOf(url);
                }
                else
                {
                    Complete(value);
                }
            }
        }
    }
}
