using System.Net;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json.Nodes;

namespace Flint.Operator.Sandbox.Tests.Faults;

public sealed class FaultPlanTests
{
    [Theory]
    [InlineData("""{"rules":[{"kind":"meteor"}]}""", "rules[0].kind")]
    [InlineData("""{"rules":[{"route":"/v1/*"}]}""", "rules[0].kind")]
    [InlineData("""{"rules":[{"kind":"down"},{"kind":"slow","delay_ms":-1}]}""", "rules[1].delay_ms")]
    [InlineData("""{"rules":[{"kind":"slow"}]}""", "rules[0].delay_ms")]
    [InlineData("""{"rules":[{"kind":"stale_list"}]}""", "rules[0].stale_seconds")]
    [InlineData("""{"rules":[{"kind":"clock_offset"}]}""", "rules[0].offset_seconds")]
    [InlineData("""{"rules":[{"kind":"stale_list","stale_seconds":601}]}""", "rules[0].stale_seconds")]
    [InlineData("""{"rules":[{"kind":"down","probability":1.5}]}""", "rules[0].probability")]
    [InlineData("""{"rules":[{"kind":"down","method":"get"}]}""", "rules[0].method")]
    [InlineData("""{"rules":[{"kind":"down","route":"v1"}]}""", "rules[0].route")]
    [InlineData("""{"rules":[{"kind":"down","count":"two"}]}""", "rules[0].count")]
    [InlineData("""{"rules":{}}""", "rules")]
    [InlineData("""{"ruels":[]}""", "ruels")]
    [InlineData("""{"down":1}""", "down")]
    [InlineData("""{"seed":0.5}""", "seed")]
    [InlineData("""{"requests_per_second":0}""", "requests_per_second")]
    [InlineData("""{"global_requests_per_second":true}""", "global_requests_per_second")]
    public async Task Set_WrongField_IsNamedAndNothingChanges(string plan, string field)
    {
        await using var host = await SandboxHost.StartAsync();
        await host.SetFaultsAsync("""{"rules":[{"kind":"unavailable","count":3}]}""");
        var before = await host.Anyone.GetStringAsync("/_sandbox/faults");
        using var content = new StringContent(plan, Encoding.UTF8, "application/json");
        var answer = await host.Anyone.PutAsync("/_sandbox/faults", content);
        var error = JsonNode.Parse(await answer.Content.ReadAsStringAsync())!["error"]!;

        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        Assert.Equal(field, error["param"]!.GetValue<string>());
        Assert.Contains($"'{field}'", error["message"]!.GetValue<string>(), StringComparison.Ordinal);
        Assert.Equal(before, await host.Anyone.GetStringAsync("/_sandbox/faults"));
    }

    [Fact]
    public async Task Set_NoJson_IsRefused()
    {
        await using var host = await SandboxHost.StartAsync();
        using var content = new StringContent("[", Encoding.UTF8, "application/json");
        var answer = await host.Anyone.PutAsync("/_sandbox/faults", content);
        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        Assert.Contains("INVALID_JSON", await answer.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Seed_Same_StrikesTheSameRequests()
    {
        await using var host = await SandboxHost.StartAsync();
        var (first, again, other) = (await RunAsync(7), await RunAsync(7), await RunAsync(8));

        Assert.Equal(first, again);
        Assert.NotEqual(first, other);
        Assert.InRange(first.Count(status => status == HttpStatusCode.OK), 5, 35);

        async Task<IReadOnlyList<HttpStatusCode>> RunAsync(int seed)
        {
            using var set = await host.Anyone.PutAsJsonAsync("/_sandbox/faults", new { seed, rules = new[] { new { kind = "unavailable", probability = 0.5 } } });
            set.EnsureSuccessStatusCode();
            var statuses = new List<HttpStatusCode>();
            for (var request = 0; request < 40; request++)
                statuses.Add((await host.GetAsync("/v1/orders")).Status);
            return statuses;
        }
    }

    [Theory]
    [InlineData("POST", "/v1/orders", 503, 200, 200)]
    [InlineData("*", "/v1/orders", 503, 503, 200)]
    [InlineData("GET", "/v1/*", 201, 503, 503)]
    [InlineData("GET", "*links", 201, 200, 503)]
    public async Task Rule_StrikesItsMethodAndRouteOnly(string method, string route, int postOrders, int getOrders, int getLinks)
    {
        await using var host = await SandboxHost.StartAsync();
        await host.SetFaultsAsync(new JsonObject { ["rules"] = new JsonArray(new JsonObject { ["kind"] = "unavailable", ["method"] = method, ["route"] = route }) }.ToJsonString());

        Assert.Equal(
            (postOrders, getOrders, getLinks),
            ((int)(await host.PostAsync("/v1/orders", Given.OrderBody())).Status, (int)(await host.GetAsync("/v1/orders")).Status, (int)(await host.GetAsync("/v1/payment-links")).Status));
    }
}
