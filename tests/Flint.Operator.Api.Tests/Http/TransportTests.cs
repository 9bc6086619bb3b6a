using System.IO.Compression;
using System.Text;
using Flint.Operator.Core.Account;
using Flint.Operator.Core.Sync;
using Flint.Operator.Core.Sync.Connections;
using Microsoft.Extensions.DependencyInjection;

namespace Flint.Operator.Api.Tests.Http;

// The real socket handler as AddOperatorApi sets it up, against a server of plain bytes.
public sealed class TransportTests
{
    [Fact]
    public async Task Send_Redirect_IsNotFollowed()
    {
        await using var server = LoopbackServer.Saying("HTTP/1.1 307 Temporary Redirect\nLocation: /login\nContent-Length: 0\nConnection: close\n\n");

        Assert.Equal(307, Assert.IsType<GatewayResult<RemoteRecord>.Unreadable>(await SendAsync(server)).Info.Status);
        Assert.Single(server.Requests);
    }

    [Fact]
    public async Task Send_BodyShorterThanAnnounced_HasNoAnswer()
    {
        await using var server = LoopbackServer.Saying("""HTTP/1.1 201 Created""" + "\nContent-Type: application/json\nContent-Length: 500\n\n" + """{"data":{"payment_link_id":"pl_1" """);

        Assert.Equal(new GatewayResult<RemoteRecord>.NoAnswer(NetworkFault.Broken), await SendAsync(server));
    }

    [Theory]
    [InlineData("")]
    [InlineData("HTTP/1.1 2")]
    [InlineData("SSH-2.0-OpenSSH_9.2\n")]
    public async Task Send_NoStatusLine_HasNoAnswerAndIsNotSentAgain(string answer)
    {
        await using var server = LoopbackServer.Saying(answer);

        Assert.Equal(new GatewayResult<RemoteRecord>.NoAnswer(NetworkFault.Broken), await SendAsync(server));
        Assert.Single(server.Requests);
    }

    [Fact]
    public async Task Send_CompressedAnswer_IsRead()
    {
        using var packed = new MemoryStream();
        await using (var gzip = new GZipStream(packed, CompressionLevel.Fastest, leaveOpen: true))
        {
            await gzip.WriteAsync(Encoding.UTF8.GetBytes(Answers.Data(Answers.Link)));
        }

        var head = $"HTTP/1.1 201 Created\r\nContent-Type: application/json\r\nContent-Encoding: gzip\r\nContent-Length: {packed.Length}\r\nConnection: close\r\n\r\n";
        await using var server = new LoopbackServer([.. Encoding.UTF8.GetBytes(head), .. packed.ToArray()]);

        Assert.IsType<GatewayResult<RemoteRecord>.Succeeded>(await SendAsync(server));
    }

    [Fact]
    public async Task Send_CookieWasSet_IsNotGivenBack()
    {
        await using var server = LoopbackServer.Saying("HTTP/1.1 503 Busy\nSet-Cookie: portal=1; Path=/\nContent-Length: 0\nConnection: close\n\n");
        using var rig = RigFor($"http://127.0.0.1:{server.Port}");

        await rig.SendLinkAsync();
        await rig.SendLinkAsync();

        Assert.Equal(2, server.Requests.Count);
        Assert.DoesNotContain("Cookie", server.Requests[1], StringComparison.OrdinalIgnoreCase);
    }

    [Fact]
    public async Task Send_HandshakeNeverEnds_IsNotSent()
    {
        await using var server = new LoopbackServer(null);
        using var rig = RigFor($"https://127.0.0.1:{server.Port}", connectTimeout: TimeSpan.FromMilliseconds(100));

        Assert.Equal(new GatewayResult<RemoteRecord>.NotSent(NetworkFault.Connect), await rig.SendLinkAsync());
    }

    [Fact]
    public void Configure_Handler_BoundsTheWaitForAConnection()
    {
        using var handler = new SocketsHttpHandler();

        ApiServices.Configure(handler);

        Assert.Equal((TimeSpan.FromSeconds(5), TimeSpan.FromMinutes(5)), (handler.ConnectTimeout, handler.PooledConnectionLifetime));
    }

    private static async Task<GatewayResult<RemoteRecord>> SendAsync(LoopbackServer server)
    {
        using var rig = RigFor($"http://127.0.0.1:{server.Port}");
        return await rig.SendLinkAsync();
    }

    private static ApiRig RigFor(string address, TimeSpan? connectTimeout = null)
    {
        var rig = new ApiRig(services => services.AddHttpClient(ApiServices.ClientName).ConfigurePrimaryHttpMessageHandler(() =>
        {
            var handler = new SocketsHttpHandler();
            ApiServices.Configure(handler);
            handler.ConnectTimeout = connectTimeout ?? handler.ConnectTimeout;
            return handler;
        }));
        rig.Use(new ApiConnection(new Uri(address), "flint_test_key"));
        return rig;
    }
}
