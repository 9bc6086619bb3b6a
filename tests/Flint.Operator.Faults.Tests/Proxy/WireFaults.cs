using System.Text;

namespace Flint.Operator.Faults.Tests.Proxy;

/// <summary>How each fault is made. Each leaves the connection to be closed by the proxy, unless it answers in full.</summary>
internal static class WireFaults
{
    private const string Portal = "<!doctype html><title>Guest network</title><p>Accept the terms to go online.</p>";

    /// <summary>Returns whether the connection goes on.</summary>
    public static async Task<bool> RunAsync(WireFault fault, Exchange exchange)
    {
        switch (fault)
        {
            case WireFault.CaptivePortal:
                await exchange.ReplyAsync("200 OK", "", Portal);
                return true;
            case WireFault.Redirect:
                await exchange.ReplyAsync("302 Found", $"Location: {WireRules.PortalPath}\r\n", Portal);
                return true;
            case WireFault.NetworkLogin:
                await exchange.ReplyAsync("511 Network Authentication Required", "", Portal);
                return true;
            case WireFault.BadGateway:
                await exchange.DeliverAsync();
                await exchange.ReplyAsync("502 Bad Gateway", "", "<h1>Bad gateway</h1>");
                return true;
            case WireFault.SlowReply:
                await exchange.ReplySlowlyAsync(await exchange.DeliverAsync());
                return true;
            case WireFault.DeliveredTwice:
                await exchange.DeliverAsync();
                await exchange.ReplyAsync(await exchange.DeliverAsync());
                return true;
            case WireFault.DeliveredTwiceAtOnce:
                await exchange.ReplyAsync((await Task.WhenAll(exchange.DeliverAsync(), exchange.DeliverAsync()))[1]);
                return true;
            case WireFault.CutJson:
                await exchange.ReplyAsync(CutJson(await exchange.DeliverAsync()));
                return true;
            default:
                await BreakAsync(fault, exchange);
                return false;
        }
    }

    private static async Task BreakAsync(WireFault fault, Exchange exchange)
    {
        switch (fault)
        {
            case WireFault.ResetBeforeTheRequest:
                exchange.Reset();
                break;
            case WireFault.ResetInTheRequest:
                await exchange.Server.DeliverHalfAsync(exchange.Request);
                exchange.Reset();
                break;
            case WireFault.LostReply:
                await exchange.DeliverAsync();
                exchange.Reset();
                break;
            case WireFault.ResetInTheReply:
                await exchange.ReplyAsync(Half(await exchange.DeliverAsync()));
                exchange.Reset();
                break;
            case WireFault.TruncatedReply:
                await exchange.ReplyAsync(Half(await exchange.DeliverAsync()));
                break;
            case WireFault.HalfClosed:
                exchange.EndSending();
                await exchange.DeliverAsync();
                break;
            default:
                await StallAsync(fault, exchange);
                break;
        }
    }

    private static async Task StallAsync(WireFault fault, Exchange exchange)
    {
        switch (fault)
        {
            case WireFault.StalledBeforeTheWork:
                await exchange.StallAsync();
                break;
            case WireFault.StalledAfterTheWork:
                await exchange.DeliverAsync();
                await exchange.StallAsync();
                break;
            case WireFault.TrickledReply:
                await exchange.ReplySlowlyAsync(Half(await exchange.DeliverAsync()));
                await exchange.StallAsync();
                break;
            case WireFault.LateDelivery:
                await exchange.StallAsync();
                await exchange.DeliverAsync();
                break;
            case WireFault.LateAfterTheResend:
                await exchange.StallAsync();
                await exchange.ResentAsync();
                await exchange.DeliverAsync();
                break;
            default:
                throw new ArgumentOutOfRangeException(nameof(fault), fault, "Not a fault that is made here.");
        }
    }

    // Past the head: what is missing is always in the body.
    private static ReadOnlyMemory<byte> Half(byte[] reply)
    {
        var head = HeadLength(reply);
        return reply.AsMemory(0, head + ((reply.Length - head) / 2));
    }

    private static byte[] CutJson(byte[] reply)
    {
        var status = Encoding.Latin1.GetString(reply, 0, reply.AsSpan().IndexOf("\r\n"u8));
        var json = reply.AsSpan(HeadLength(reply));
        var half = json[..(json.Length / 2)].ToArray();
        return [.. Encoding.Latin1.GetBytes($"{status}\r\nContent-Type: application/json\r\nContent-Length: {half.Length}\r\n\r\n"), .. half];
    }

    private static int HeadLength(byte[] reply) => reply.AsSpan().IndexOf("\r\n\r\n"u8) + 4;
}
