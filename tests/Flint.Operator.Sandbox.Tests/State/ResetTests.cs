using System.Net;

namespace Flint.Operator.Sandbox.Tests.State;

public sealed class ResetTests
{
    [Fact]
    public async Task Reset_WhileItRuns_EmptiesEverythingAndKeepsTheKey()
    {
        await using var host = await SandboxHost.StartAsync();
        var order = await host.PostAsync("/v1/orders", Given.OrderBody(), "order-1");
        await host.LaunchAsync(order.Data["order_id"]!.GetValue<string>());
        await host.LinkAsync();
        Assert.Equal(HttpStatusCode.NoContent, (await host.Anyone.PostAsync("/_sandbox/reset", null)).StatusCode);

        foreach (var list in (string[])["orders", "checkout-sessions", "payment-links"])
            Assert.Empty((await host.GetAsync($"/v1/{list}")).List);
        Assert.Null((await host.PostAsync("/v1/orders", Given.OrderBody(), "order-1")).Header("Idempotency-Replayed"));
    }

    [Fact]
    public async Task Reset_ForgetsWhatListsWereToo()
    {
        await using var host = await SandboxHost.StartAsync();
        await host.OrderAsync();
        host.Time.Advance(TimeSpan.FromMinutes(1));
        await host.Anyone.PostAsync("/_sandbox/reset", null);
        await host.SetFaultsAsync("""{"rules":[{"kind":"stale_list","stale_seconds":30}]}""");
        Assert.Empty((await host.GetAsync("/v1/orders")).List);
    }

    [Fact]
    public async Task Start_WithReset_IsEmptyUnderTheSameKey()
    {
        var folder = Directory.CreateTempSubdirectory("flint-sandbox-");
        var options = new SandboxOptions { DataFile = Path.Combine(folder.FullName, "sandbox.db") };
        string key;
        await using (var first = await SandboxServer.StartAsync(options with { Demo = true }, TimeProvider.System, CancellationToken.None))
        {
            key = first.ApiKey;
            Assert.NotEqual(0, await CountAsync(first));
        }

        await using (var second = await SandboxServer.StartAsync(options, TimeProvider.System, CancellationToken.None))
            Assert.NotEqual(0, await CountAsync(second));
        await using (var third = await SandboxServer.StartAsync(options with { Reset = true }, TimeProvider.System, CancellationToken.None))
            Assert.Equal((key, 0), (third.ApiKey, await CountAsync(third)));
        folder.Delete(recursive: true);
    }

    private static async Task<int> CountAsync(SandboxServer server)
    {
        using var client = new HttpClient { BaseAddress = server.BaseAddress };
        client.DefaultRequestHeaders.Add("X-API-Key", server.ApiKey);
        using var answer = await client.GetAsync("/v1/orders");
        return (await ApiAnswer.ReadAsync(answer)).List.Count;
    }
}
