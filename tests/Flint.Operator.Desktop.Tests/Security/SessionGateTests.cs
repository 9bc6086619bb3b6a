using System.Net;
using Flint.Operator.Desktop.Tests.Hosting;

namespace Flint.Operator.Desktop.Tests.Security;

public sealed class SessionGateTests(RunningApp app) : IClassFixture<RunningApp>
{
    public static TheoryData<string> Everything =>
    [
        "/", "/links", "/outbox.csv", "/nowhere", "/manifest.webmanifest", "/_framework/blazor.web.js", "/_content/MudBlazor/MudBlazor.min.css",
        "/_content/Flint.Operator.UI/app.css", "/Flint.Operator.Desktop.styles.css", "/_blazor", "/_blazor/initializers", "/_blazor/negotiate",
    ];

    [Fact]
    public async Task Get_WithToken_GrantsAStrictSessionAndLeavesTheTokenBehind()
    {
        using var response = await app.GetAsync($"/?token={app.NewToken()}");

        Assert.Equal(HttpStatusCode.SeeOther, response.StatusCode);
        Assert.Equal("/", response.Headers.Location?.OriginalString);
        var cookie = Assert.Single(response.Headers.GetValues("Set-Cookie"));
        Assert.Matches($"^flint-operator-{app.Address.Port}=[A-Za-z0-9_-]{{43}}; path=/; samesite=strict; httponly$", cookie);
    }

    [Fact]
    public async Task Get_WithTokenFromTheRedirectFile_AnswersAPageThatMovesOn()
    {
        // A redirect would stay cross-site to the end, and the browser would keep the strict cookie back.
        using var response = await app.GetAsync(
            $"/?token={app.NewToken()}",
            ("Sec-Fetch-Site", "cross-site"), ("Sec-Fetch-Mode", "navigate"), ("Sec-Fetch-Dest", "document"), ("Origin", "null"));

        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        Assert.Single(response.Headers.GetValues("Set-Cookie"));
        var page = await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
        Assert.Contains("""<meta http-equiv="refresh" content="0;url=/">""", page, StringComparison.Ordinal);
        Assert.DoesNotContain("<script", page, StringComparison.OrdinalIgnoreCase);
    }

    [Fact]
    public async Task Get_WithUsedToken_IsRefused()
    {
        var token = app.NewToken();
        using var first = await app.GetAsync($"/?token={token}");

        using var second = await app.GetAsync($"/?token={token}");

        Assert.Equal(HttpStatusCode.SeeOther, first.StatusCode);
        Assert.Equal(HttpStatusCode.Unauthorized, second.StatusCode);
        Assert.False(second.Headers.Contains("Set-Cookie"));
    }

    [Theory]
    [InlineData("")]
    [InlineData("wrong")]
    [InlineData("AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA")]
    public async Task Get_WithWrongToken_IsRefused(string token)
    {
        using var response = await app.GetAsync($"/?token={token}");

        Assert.Equal(HttpStatusCode.Unauthorized, response.StatusCode);
        Assert.False(response.Headers.Contains("Set-Cookie"));
    }

    [Fact]
    public async Task Get_WithUsedTokenInSession_MovesOn()
    {
        using var response = await app.GetInSessionAsync("/?token=used");

        Assert.Equal(HttpStatusCode.SeeOther, response.StatusCode);
        Assert.Equal("/", response.Headers.Location?.OriginalString);
    }

    [Fact]
    public async Task Get_WithTokenElsewhere_IsRefusedAndUsesNothingUp()
    {
        var token = app.NewToken();

        using var elsewhere = await app.GetAsync($"/links?token={token}");
        using var posted = await app.SendAsync(HttpMethod.Post, $"/?token={token}");
        using var there = await app.GetAsync($"/?token={token}");

        Assert.Equal(HttpStatusCode.Unauthorized, elsewhere.StatusCode);
        Assert.Equal(HttpStatusCode.Unauthorized, posted.StatusCode);
        Assert.Equal(HttpStatusCode.SeeOther, there.StatusCode);
    }

    [Theory]
    [MemberData(nameof(Everything))]
    public async Task Request_WithoutSession_IsRefusedInPlainWords(string path)
    {
        foreach (var method in new[] { HttpMethod.Get, HttpMethod.Post })
        {
            using var response = await app.SendAsync(method, path);

            Assert.Equal(HttpStatusCode.Unauthorized, response.StatusCode);
            Assert.Contains(
                "Open Flint Operator from its own window",
                await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken),
                StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task Request_WithMadeUpSession_IsRefused()
    {
        var (name, value) = app.Cookie.Split('=') is [var left, var right] ? (left, right) : default;

        foreach (var cookie in new[] { $"{name}=", $"{name}={value[..^1]}", $"{name}={new string('A', 43)}", $"flint-operator={value}" })
        {
            using var response = await app.GetAsync("/", ("Cookie", cookie));
            Assert.Equal(HttpStatusCode.Unauthorized, response.StatusCode);
        }
    }

    [Theory]
    [InlineData("/", "text/html")]
    [InlineData("/manifest.webmanifest", "application/manifest+json")]
    [InlineData("/_framework/blazor.web.js", "text/javascript")]
    [InlineData("/_content/MudBlazor/MudBlazor.min.css", "text/css")]
    public async Task Get_InSession_Serves(string path, string type)
    {
        using var response = await app.GetInSessionAsync(path);

        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        Assert.Equal(type, response.Content.Headers.ContentType?.MediaType);
        Assert.NotEmpty(await response.Content.ReadAsByteArrayAsync(TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task Get_UnknownPathInSession_ShowsTheAppAroundIt()
    {
        using var response = await app.GetInSessionAsync("/nowhere");

        Assert.Equal(HttpStatusCode.NotFound, response.StatusCode);
        Assert.Contains("blazor.web", await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken), StringComparison.Ordinal);
    }
}
