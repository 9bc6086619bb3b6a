using System.Globalization;
using System.Net;
using System.Net.WebSockets;
using Flint.Operator.Desktop.Tests.Hosting;

namespace Flint.Operator.Desktop.Tests.Security;

public sealed class LoopbackGuardTests(RunningApp app) : IClassFixture<RunningApp>
{
    private const string AnyFile = "/manifest.webmanifest";

    [Theory]
    [InlineData("127.0.0.1:PORT", HttpStatusCode.OK)]
    [InlineData("localhost:PORT", HttpStatusCode.OK)]
    [InlineData("127.0.0.1", HttpStatusCode.BadRequest)]
    [InlineData("127.0.0.1:1", HttpStatusCode.BadRequest)]
    [InlineData("127.0.0.2:PORT", HttpStatusCode.BadRequest)]
    [InlineData("[::1]:PORT", HttpStatusCode.BadRequest)]
    [InlineData("rebound.example.com", HttpStatusCode.BadRequest)]
    [InlineData("rebound.example.com:PORT", HttpStatusCode.BadRequest)]
    [InlineData("localhost.example.com:PORT", HttpStatusCode.BadRequest)]
    [InlineData("127.0.0.1.example.com:PORT", HttpStatusCode.BadRequest)]
    public async Task Request_UnderAName_IsAnsweredOnlyUnderOurs(string host, HttpStatusCode expected)
    {
        using var response = await app.GetInSessionAsync(AnyFile, ("Host", WithPort(host)));

        Assert.Equal(expected, response.StatusCode);
    }

    [Fact]
    public async Task Request_WithTokenUnderForeignName_UsesNothingUp()
    {
        var token = app.NewToken();

        using var foreign = await app.GetAsync($"/?token={token}", ("Host", WithPort("rebound.example.com:PORT")));
        using var own = await app.GetAsync($"/?token={token}");

        Assert.Equal(HttpStatusCode.BadRequest, foreign.StatusCode);
        Assert.Equal(HttpStatusCode.SeeOther, own.StatusCode);
    }

    [Theory]
    [InlineData("http://127.0.0.1:PORT", HttpStatusCode.OK)]
    [InlineData("https://127.0.0.1:PORT", HttpStatusCode.Forbidden)]
    [InlineData("http://localhost:PORT", HttpStatusCode.Forbidden)]
    [InlineData("http://127.0.0.1:1", HttpStatusCode.Forbidden)]
    [InlineData("https://example.com", HttpStatusCode.Forbidden)]
    [InlineData("null", HttpStatusCode.Forbidden)]
    public async Task Negotiate_FromAnOrigin_IsAnsweredOnlyToOurs(string origin, HttpStatusCode expected)
    {
        using var response = await app.SendAsync(
            HttpMethod.Post, "/_blazor/negotiate?negotiateVersion=1", ("Cookie", app.Cookie), ("Origin", WithPort(origin)));

        Assert.Equal(expected, response.StatusCode);
    }

    [Theory]
    [InlineData("same-origin", "no-cors", "script", HttpStatusCode.OK)]
    [InlineData("none", "navigate", "document", HttpStatusCode.OK)]
    [InlineData("same-site", "navigate", "document", HttpStatusCode.OK)]
    [InlineData("same-site", "navigate", "iframe", HttpStatusCode.Forbidden)]
    [InlineData("same-site", "no-cors", "script", HttpStatusCode.Forbidden)]
    [InlineData("cross-site", "navigate", "document", HttpStatusCode.Forbidden)]
    [InlineData("cross-site", "no-cors", "image", HttpStatusCode.Forbidden)]
    [InlineData("cross-site", "cors", "empty", HttpStatusCode.Forbidden)]
    public async Task Fetch_FromASite_IsAnsweredOnlyToOurs(string site, string mode, string destination, HttpStatusCode expected)
    {
        using var response = await app.GetInSessionAsync(AnyFile, Fetch(site, mode, destination));

        Assert.Equal(expected, response.StatusCode);
    }

    [Theory]
    [InlineData("no-cors", "image")]
    [InlineData("navigate", "iframe")]
    [InlineData("cors", "empty")]
    public async Task Fetch_WithTokenButNotTopLevel_IsRefusedAndUsesNothingUp(string mode, string destination)
    {
        var token = app.NewToken();

        using var foreign = await app.GetAsync($"/?token={token}", Fetch("cross-site", mode, destination));
        using var own = await app.GetAsync($"/?token={token}");

        Assert.Equal(HttpStatusCode.Forbidden, foreign.StatusCode);
        Assert.Equal(HttpStatusCode.SeeOther, own.StatusCode);
    }

    [Fact]
    public async Task WebSocket_InSessionFromOwnOrigin_Opens()
    {
        using var socket = await ConnectAsync(app.Cookie, WithPort("http://127.0.0.1:PORT"));

        Assert.Equal(WebSocketState.Open, socket.State);
    }

    [Theory]
    [InlineData(true, "https://example.com", HttpStatusCode.Forbidden)]
    [InlineData(true, "http://127.0.0.1:1", HttpStatusCode.Forbidden)]
    [InlineData(false, "http://127.0.0.1:PORT", HttpStatusCode.Unauthorized)]
    public async Task WebSocket_WithoutSessionOrFromForeignOrigin_IsRefused(bool hasSession, string origin, HttpStatusCode expected)
    {
        using var socket = await ConnectAsync(hasSession ? app.Cookie : "", WithPort(origin));

        Assert.NotEqual(WebSocketState.Open, socket.State);
        Assert.Equal(expected, socket.HttpStatusCode);
    }

    private static (string Name, string Value)[] Fetch(string site, string mode, string destination) =>
        [("Sec-Fetch-Site", site), ("Sec-Fetch-Mode", mode), ("Sec-Fetch-Dest", destination)];

    private async Task<ClientWebSocket> ConnectAsync(string cookie, string origin)
    {
        var socket = new ClientWebSocket();
        socket.Options.CollectHttpResponseDetails = true;
        socket.Options.SetRequestHeader("Cookie", cookie);
        socket.Options.SetRequestHeader("Origin", origin);
        try
        {
            await socket.ConnectAsync(new UriBuilder(app.Address) { Scheme = "ws", Path = "/_blazor" }.Uri, TestContext.Current.CancellationToken);
        }
        catch (WebSocketException)
        {
            // The status that was answered instead is on the socket.
        }

        return socket;
    }

    private string WithPort(string text) => text.Replace("PORT", app.Address.Port.ToString(CultureInfo.InvariantCulture), StringComparison.Ordinal);
}
