using System.Net;
using System.Text.RegularExpressions;

namespace Flint.Operator.Sandbox.Tests;

/// <summary>Does on hosted pages what a buyer's browser does: keeps cookies, trades the fragment, posts forms.</summary>
internal sealed partial class BuyerBrowser(SandboxHost host)
{
    private readonly CookieContainer _cookies = new();

    public Uri Address { get; private set; } = new("http://127.0.0.1/");

    public HttpStatusCode Status { get; private set; }

    public string Page { get; private set; } = "";

    public HttpResponseMessage Last { get; private set; } = new();

    public string? Result => ResultAttribute().Match(Page) is { Success: true } match ? match.Groups[1].Value : null;

    public string? Total => TotalText().Match(Page) is { Success: true } match ? match.Groups[1].Value : null;

    /// <summary>Opens an address as scanned; a fragment is traded the way the page's script does it.</summary>
    public async Task OpenAsync(string url)
    {
        var address = new Uri(Address, url);
        await SendAsync(HttpMethod.Get, address, null);
        if (address.Fragment.StartsWith("#checkout_token=", StringComparison.Ordinal) && Page.Contains("data-open", StringComparison.Ordinal))
        {
            using var request = new HttpRequestMessage(HttpMethod.Post, $"{address.AbsolutePath}/open");
            request.Headers.Add("X-Checkout-Token", address.Fragment["#checkout_token=".Length..]);
            var traded = await host.Anyone.SendAsync(request);
            Assert.Equal(HttpStatusCode.NoContent, traded.StatusCode);
            Remember(traded);
            await SendAsync(HttpMethod.Get, address, null);
        }
    }

    /// <summary>Shows a page seen before, as the back button does.</summary>
    public void GoBackTo(string page) => Page = page;

    /// <summary>Sends a form, with the hidden fields of the page.</summary>
    public async Task SubmitAsync(string action, params (string Name, string Value)[] fields)
    {
        var hidden = HiddenField().Matches(Page).Select(match => (match.Groups[1].Value, WebUtility.HtmlDecode(match.Groups[2].Value))).Distinct();
        var pairs = hidden.Concat(fields).Select(field => KeyValuePair.Create(field.Item1, field.Item2));
        using var content = new FormUrlEncodedContent(pairs);
        await SendAsync(HttpMethod.Post, new Uri(Address, action), content);
        while (Status == HttpStatusCode.SeeOther)
            await OpenAsync(Last.Headers.Location!.OriginalString);
    }

    public Task PayAsync(string number, string expiry = "12/34", string cvc = "123") =>
        SubmitAsync($"{Address.AbsolutePath}/pay", ("number", number), ("expiry", expiry), ("cvc", cvc));

    private async Task SendAsync(HttpMethod method, Uri address, HttpContent? content)
    {
        using var request = new HttpRequestMessage(method, address.PathAndQuery) { Content = content };
        if (_cookies.GetCookieHeader(address) is { Length: > 0 } cookies)
            request.Headers.Add("Cookie", cookies);
        Last = await host.Anyone.SendAsync(request);
        Remember(Last);
        Status = Last.StatusCode;
        Page = await Last.Content.ReadAsStringAsync();
        if (method == HttpMethod.Get)
            Address = address;
    }

    private void Remember(HttpResponseMessage answer)
    {
        if (answer.Headers.TryGetValues("Set-Cookie", out var values))
        {
            foreach (var value in values)
                _cookies.SetCookies(new Uri(Address, answer.RequestMessage!.RequestUri!.AbsolutePath), value);
        }
    }

    [GeneratedRegex("data-testid=\"pay-result\" data-result=\"([^\"]+)\"")]
    private static partial Regex ResultAttribute();

    [GeneratedRegex("data-testid=\"total\">([^<]+)<")]
    private static partial Regex TotalText();

    [GeneratedRegex("<input type=\"hidden\" name=\"([^\"]+)\" value=\"([^\"]*)\"")]
    private static partial Regex HiddenField();
}
