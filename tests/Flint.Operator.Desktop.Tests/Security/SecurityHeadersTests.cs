using System.Globalization;
using Flint.Operator.Desktop.Tests.Hosting;

namespace Flint.Operator.Desktop.Tests.Security;

public sealed class SecurityHeadersTests(RunningApp app) : IClassFixture<RunningApp>
{
    [Theory]
    [InlineData("/", true)]
    [InlineData("/manifest.webmanifest", true)]
    [InlineData("/nowhere", true)]
    [InlineData("/", false)]
    public async Task Answer_Any_CarriesTheHeaders(string path, bool inSession)
    {
        using var response = inSession ? await app.GetInSessionAsync(path) : await app.GetAsync(path);

        Assert.Equal("nosniff", Header(response, "X-Content-Type-Options"));
        Assert.Equal("DENY", Header(response, "X-Frame-Options"));
        Assert.Equal("no-referrer", Header(response, "Referrer-Policy"));
        Assert.Equal("same-origin", Header(response, "Cross-Origin-Opener-Policy"));
        Assert.Equal("same-origin", Header(response, "Cross-Origin-Resource-Policy"));
        Assert.Contains("camera=()", Header(response, "Permissions-Policy"), StringComparison.Ordinal);
        Assert.False(response.Headers.Contains("Server"));
        Assert.DoesNotContain(response.Headers, header => header.Key.StartsWith("Access-Control-", StringComparison.OrdinalIgnoreCase));
        var port = app.Address.Port.ToString(CultureInfo.InvariantCulture);
        Assert.Equal(
            [
                "default-src 'self'", "script-src 'self'", "style-src 'self' 'unsafe-inline'", "img-src 'self' data:", "font-src 'self'",
                $"connect-src 'self' ws://127.0.0.1:{port}", "object-src 'none'", "base-uri 'self'", "form-action 'self'", "frame-ancestors 'none'",
            ],
            Header(response, "Content-Security-Policy").Split("; "));
    }

    [Fact]
    public async Task Document_InSession_IsKeptNowhereAndHasNoInlineScript()
    {
        using var response = await app.GetInSessionAsync("/");

        Assert.Equal("no-store", Header(response, "Cache-Control"));
        var page = await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
        Assert.DoesNotMatch(@"<script(?![^>]*\ssrc=)", page);
        Assert.Matches(@"<html lang=""[a-zA-Z-]+"" dir=""(ltr|rtl)"">", page);
    }

    [Fact]
    public async Task StaticFile_InSession_KeepsItsOwnCaching()
    {
        using var response = await app.GetInSessionAsync("/manifest.webmanifest");

        Assert.Equal("no-cache", Header(response, "Cache-Control"));
        Assert.NotNull(response.Headers.ETag);
    }

    [Fact]
    public async Task Preflight_FromAnotherSite_GrantsNothing()
    {
        using var response = await app.SendAsync(
            HttpMethod.Options, "/", ("Cookie", app.Cookie), ("Origin", "https://example.com"), ("Access-Control-Request-Method", "POST"));

        Assert.Equal(System.Net.HttpStatusCode.Forbidden, response.StatusCode);
        Assert.DoesNotContain(response.Headers, header => header.Key.StartsWith("Access-Control-", StringComparison.OrdinalIgnoreCase));
    }

    private static string Header(HttpResponseMessage response, string name) => Assert.Single(response.Headers.GetValues(name));
}
