using System.Net;
using System.Text;
using System.Text.Json.Nodes;

namespace Flint.Operator.Sandbox.Tests.Control;

public sealed class ControlTests
{
    [Theory]
    [InlineData("evil.example", null)]
    [InlineData("127.0.0.1", "http://evil.example")]
    [InlineData("127.0.0.1", "null")]
    public async Task Controls_FromElsewhere_AreForbidden(string hostName, string? origin)
    {
        await using var host = await SandboxHost.StartAsync();
        using var request = new HttpRequestMessage(HttpMethod.Delete, "/_sandbox/faults");
        request.Headers.Host = hostName;
        if (origin is not null)
            request.Headers.Add("Origin", origin);
        Assert.Equal(HttpStatusCode.Forbidden, (await host.Anyone.SendAsync(request)).StatusCode);
    }

    [Fact]
    public async Task Clock_MovedForward_ExpiresSessions()
    {
        await using var host = await SandboxHost.StartAsync();
        var launch = await host.LaunchAsync(await host.OrderAsync());
        using var content = new StringContent("""{"offset_seconds":90000}""", Encoding.UTF8, "application/json");
        var moved = await host.Anyone.PutAsync("/_sandbox/clock", content);

        Assert.Equal("2026-09-15T11:00:00.000Z", JsonNode.Parse(await moved.Content.ReadAsStringAsync())!["now"]!.GetValue<string>());
        Assert.Equal("expired", (await host.GetAsync($"/v1/checkout-sessions/{launch.SessionId()}")).Data["status"]!.GetValue<string>());
        await host.Anyone.DeleteAsync("/_sandbox/clock");
        Assert.Contains("\"offset_seconds\":0", await host.Anyone.GetStringAsync("/_sandbox/clock"), StringComparison.Ordinal);
    }
}
