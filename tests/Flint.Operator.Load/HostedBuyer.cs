using System.Net;
using System.Text.RegularExpressions;

namespace Flint.Operator.Load;

/// <summary>Pays on the hosted page as a browser does: trades the fragment for the cookie, sends the form of the page.</summary>
internal static partial class HostedBuyer
{
    private const string Fragment = "#checkout_token=";

    /// <returns>How the form was answered, 303 to be shown what came of it, and whether that is a receipt.</returns>
    public static async Task<(int Status, bool IsPaid)> PayAsync(ApiCaller api, string url, CancellationToken ct)
    {
        var page = new Uri(url);
        using var open = new HttpRequestMessage(HttpMethod.Post, api.At($"{page.AbsolutePath}/open"));
        open.Headers.Add("X-Checkout-Token", page.Fragment[Fragment.Length..]);
        using var opened = await api.SendAsync("open page", open, ct);
        if (!opened.Headers.TryGetValues("Set-Cookie", out var cookies))
            return ((int)opened.StatusCode, false);
        var cookie = cookies.First().Split(';')[0];

        var html = await SeeAsync(api, page, cookie, ct);
        var fields = HiddenField().Matches(html).Select(match => KeyValuePair.Create(match.Groups["name"].Value, WebUtility.HtmlDecode(match.Groups["value"].Value)));

        using var pay = new HttpRequestMessage(HttpMethod.Post, api.At($"{page.AbsolutePath}/pay"))
        {
            Content = new FormUrlEncodedContent([.. fields, new("number", "4242424242424242"), new("expiry", "12/40"), new("cvc", "123")]),
        };
        pay.Headers.Add("Cookie", cookie);
        using var answer = await api.SendAsync("pay", pay, ct);
        html = await SeeAsync(api, page, cookie, ct);
        return ((int)answer.StatusCode, html.Contains("data-testid=\"receipt\"", StringComparison.Ordinal));
    }

    private static async Task<string> SeeAsync(ApiCaller api, Uri page, string cookie, CancellationToken ct)
    {
        using var look = new HttpRequestMessage(HttpMethod.Get, api.At(page.AbsolutePath));
        look.Headers.Add("Cookie", cookie);
        using var shown = await api.SendAsync("see page", look, ct);
        return await shown.Content.ReadAsStringAsync(ct);
    }

    [GeneratedRegex("<input type=\"hidden\" name=\"(?<name>[^\"]+)\" value=\"(?<value>[^\"]*)\"", RegexOptions.ExplicitCapture)]
    private static partial Regex HiddenField();
}
