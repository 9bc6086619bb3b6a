using System.Net;
using System.Text.Json.Nodes;

namespace Flint.Operator.Sandbox.Tests.Faults;

/// <summary>Answers that come from another moment: lists that lag, and a clock that is off.</summary>
public sealed class LaggingTests
{
    private const string Stale = """{"rules":[{"kind":"stale_list","stale_seconds":30}]}""";

    [Fact]
    public async Task StaleList_AnswersAsItWas_ThenCatchesUp()
    {
        await using var host = await SandboxHost.StartAsync();
        var old = await host.LinkAsync(Given.LinkBody("Old"));
        host.Time.Advance(TimeSpan.FromMinutes(1));
        await host.PatchAsync($"/v1/payment-links/{old}", new JsonObject { ["name"] = "New name" });
        await host.PatchAsync($"/v1/payment-links/{old}", new JsonObject { ["name"] = "Newest name" });
        await host.LinkAsync(Given.LinkBody("Young"));
        await host.SetFaultsAsync(Stale);

        Assert.Equal(["Old"], await NamesAsync(host));
        Assert.Empty((await host.GetAsync("/v1/payment-links?query=Newest")).List);
        Assert.Equal("Newest name", (await host.GetAsync($"/v1/payment-links/{old}")).Data["name"]!.GetValue<string>());
        host.Time.Advance(TimeSpan.FromSeconds(30));
        Assert.Equal(["Newest name", "Young"], await NamesAsync(host));
    }

    [Fact]
    public async Task StaleList_BeforeAnythingWas_IsEmpty()
    {
        await using var host = await SandboxHost.StartAsync();
        await host.OrderAsync();
        await host.SetFaultsAsync(Stale);
        Assert.Empty((await host.GetAsync("/v1/orders")).List);
        host.Time.Advance(TimeSpan.FromSeconds(30));
        Assert.Single((await host.GetAsync("/v1/orders")).List);
    }

    [Fact]
    public async Task StaleList_StillShowsTheSessionOpenThatEnded()
    {
        await using var host = await SandboxHost.StartAsync();
        var launch = await host.LaunchAsync(await host.OrderAsync());
        host.Time.Advance(TimeSpan.FromMinutes(1));
        await host.PostAsync($"/v1/checkout-sessions/{launch.SessionId()}/close", new JsonObject());
        await host.SetFaultsAsync(Stale);

        Assert.Single((await host.GetAsync("/v1/checkout-sessions?status=open")).List);
        await host.SetFaultsAsync("{}");
        Assert.Empty((await host.GetAsync("/v1/checkout-sessions?status=open")).List);
    }

    [Fact]
    public async Task StaleList_Pages_AsItWas()
    {
        await using var host = await SandboxHost.StartAsync();
        for (var order = 0; order < 3; order++)
            await host.OrderAsync();
        host.Time.Advance(TimeSpan.FromMinutes(1));
        await host.OrderAsync();
        await host.SetFaultsAsync(Stale);
        var first = await host.GetAsync("/v1/orders?page_size=2");
        var second = await host.GetAsync($"/v1/orders?page_size=2&page_token={first.NextPageToken}");
        Assert.Equal((2, 1, null), (first.List.Count, second.List.Count, second.NextPageToken));
    }

    [Fact]
    public async Task StaleList_IsSpentOnListsOnly()
    {
        await using var host = await SandboxHost.StartAsync();
        var link = await host.LinkAsync();
        await host.SetFaultsAsync("""{"rules":[{"kind":"stale_list","stale_seconds":30,"count":1}]}""");
        await host.GetAsync($"/v1/payment-links/{link}");
        await host.GetAsync("/v1/merchant");
        Assert.Empty((await host.GetAsync("/v1/payment-links")).List);
        Assert.Single((await host.GetAsync("/v1/payment-links")).List);
    }

    [Fact]
    public async Task ClockOffset_MovesTheDateAndWhatHasRunOut()
    {
        await using var host = await SandboxHost.StartAsync();
        var launch = await host.LaunchAsync(await host.OrderAsync());
        await host.SetFaultsAsync("""{"rules":[{"kind":"clock_offset","offset_seconds":200000,"route":"/v1/checkout-sessions/*","count":1}]}""");

        var right = await host.GetAsync("/v1/orders");
        Assert.Equal(host.Time.GetUtcNow(), right.Message.Headers.Date);
        var wrong = await host.GetAsync($"/v1/checkout-sessions/{launch.SessionId()}");
        Assert.Equal(host.Time.GetUtcNow().AddSeconds(200_000), wrong.Message.Headers.Date);
        Assert.Equal("expired", wrong.Data["status"]!.GetValue<string>());
        Assert.Equal(host.Time.GetUtcNow(), (await host.GetAsync("/v1/orders")).Message.Headers.Date);
    }

    [Fact]
    public async Task ClockOffset_OnARefusal_MovesItsDateToo()
    {
        await using var host = await SandboxHost.StartAsync();
        await host.SetFaultsAsync("""{"rules":[{"kind":"clock_offset","offset_seconds":-3600}]}""");
        var refused = await host.GetAsync("/v1/orders/ord_none");
        Assert.Equal((HttpStatusCode.NotFound, host.Time.GetUtcNow().AddHours(-1)), (refused.Status, refused.Message.Headers.Date));
    }

    private static async Task<IEnumerable<string>> NamesAsync(SandboxHost host) =>
        (await host.GetAsync("/v1/payment-links?sort_by=created_at&sort_direction=asc")).List.Select(link => link!["name"]!.GetValue<string>());
}
