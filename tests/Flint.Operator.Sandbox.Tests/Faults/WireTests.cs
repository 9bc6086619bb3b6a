using System.Globalization;
using System.Net.Sockets;
using System.Text;

namespace Flint.Operator.Sandbox.Tests.Faults;

/// <summary>Faults that are about the connection, seen by a client that reads bytes.</summary>
public sealed class WireTests
{
    [Fact]
    public async Task Down_EndsInOrderWithoutAByte_AndNothingIsDone()
    {
        await using var rig = await WireRig.StartAsync();
        await rig.SetFaultsAsync("""{"rules":[{"kind":"down","method":"POST"}]}""");
        var (text, isReset) = await PostOrderAsync(rig);

        Assert.Equal(("", false), (text, isReset));
        Assert.Empty(await rig.ListAsync("orders"));
    }

    [Fact]
    public async Task Reset_ResetsWithoutAByte_AndNothingIsDone()
    {
        await using var rig = await WireRig.StartAsync();
        await rig.SetFaultsAsync("""{"rules":[{"kind":"reset","method":"POST"}]}""");
        var (text, isReset) = await PostOrderAsync(rig);

        Assert.Equal(("", true), (text, isReset));
        Assert.Empty(await rig.ListAsync("orders"));
    }

    [Fact]
    public async Task LostReply_GivesNoByte_AndTheWorkIsDone()
    {
        await using var rig = await WireRig.StartAsync();
        await rig.SetFaultsAsync("""{"rules":[{"kind":"lost_reply","method":"POST"}]}""");
        var (text, _) = await PostOrderAsync(rig);

        Assert.Equal("", text);
        Assert.Single(await rig.ListAsync("orders"));
    }

    [Fact]
    public async Task Truncated_EndsInTheMiddleOfWhatItAnnounced_AndTheWorkIsDone()
    {
        await using var rig = await WireRig.StartAsync();
        await rig.SetFaultsAsync("""{"rules":[{"kind":"truncated","method":"POST"}]}""");
        var (text, isReset) = await PostOrderAsync(rig);

        Assert.False(isReset);
        Assert.StartsWith("HTTP/1.1 201", text, StringComparison.Ordinal);
        Assert.Contains("Idempotency-Key: wire-1", text, StringComparison.Ordinal);
        var announced = int.Parse(text.Split("Content-Length: ")[1].Split("\r\n")[0], CultureInfo.InvariantCulture);
        Assert.Equal(announced / 2, Encoding.UTF8.GetByteCount(text.Split("\r\n\r\n", 2)[1]));
        Assert.Single(await rig.ListAsync("orders"));
    }

    [Fact]
    public async Task Truncated_Refusal_IsCutToo()
    {
        await using var rig = await WireRig.StartAsync();
        await rig.SetFaultsAsync("""{"rules":[{"kind":"truncated","route":"/v1/orders/*"}]}""");
        await Assert.ThrowsAsync<HttpRequestException>(() => rig.Api.GetAsync("/v1/orders/ord_none"));
    }

    /// <summary>Everything the server sent until the connection ended, and how it ended.</summary>
    private static async Task<(string Text, bool IsReset)> PostOrderAsync(WireRig rig)
    {
        var body = Given.OrderBody().ToJsonString();
        using var client = new TcpClient();
        await client.ConnectAsync("127.0.0.1", rig.Server.BaseAddress.Port);
        var stream = client.GetStream();
        await stream.WriteAsync(Encoding.UTF8.GetBytes(
            $"POST /v1/orders HTTP/1.1\r\nHost: 127.0.0.1\r\nX-API-Key: {rig.Server.ApiKey}\r\nIdempotency-Key: wire-1\r\n" +
            $"Content-Type: application/json\r\nContent-Length: {body.Length}\r\n\r\n{body}"));
        using var received = new MemoryStream();
        try
        {
            await stream.CopyToAsync(received);
            return (Encoding.UTF8.GetString(received.ToArray()), false);
        }
        catch (IOException)
        {
            return (Encoding.UTF8.GetString(received.ToArray()), true);
        }
    }
}
