using System.Net;
using System.Text.Json.Nodes;

namespace Flint.Operator.Sandbox.Tests.Http;

/// <summary>What stays bound to a key where the contract leaves it open, and the three ways to choose.</summary>
public sealed class KeyPolicyTests
{
    private static readonly string[] Ways = ["options", "command line", "while it runs"];
    private static readonly string[] ServerErrors = ["error_before", "error_after", "unavailable"];

    public static TheoryData<string> EveryWay => [.. Ways];

    public static TheoryData<string, string> EveryWayAndError =>
        [.. from way in Ways from kind in ServerErrors select new TheoryDataRow<string, string>(way, kind)];

    public static TheoryData<string, bool> EveryErrorUnderBoth =>
        [.. from kind in ServerErrors from keeps in new[] { false, true } select new TheoryDataRow<string, bool>(kind, keeps)];

    [Fact]
    public async Task Refusal_ByDefault_NeedsANewKeyForTheRepairedBody()
    {
        await using var host = await SandboxHost.StartAsync();
        var refused = await host.PostAsync("/v1/orders", new JsonObject(), "k");
        var again = await host.PostAsync("/v1/orders", new JsonObject(), "k");
        var repaired = await host.PostAsync("/v1/orders", Given.OrderBody(), "k");

        Assert.Equal((HttpStatusCode.BadRequest, HttpStatusCode.BadRequest), (refused.Status, again.Status));
        Assert.Equal((null, "true"), (refused.Header("Idempotency-Replayed"), again.Header("Idempotency-Replayed")));
        Assert.Equal(refused.Error["details"]!.ToJsonString(), again.Error["details"]!.ToJsonString());
        Assert.Equal("IDEMPOTENCY_KEY_REUSED", repaired.Code);
        Assert.Equal(HttpStatusCode.Created, (await host.PostAsync("/v1/orders", Given.OrderBody(), "k-2")).Status);
    }

    [Theory]
    [MemberData(nameof(EveryWay))]
    public async Task Refusal_IfForgotten_LeavesItsKeyFree(string way)
    {
        await using var host = await StartAsync(way, "--forget-refusals", options => options with { ForgetsRefusals = true }, """{"keeps_refusals":false}""");
        var refused = await host.PostAsync("/v1/orders", new JsonObject(), "k");
        var repaired = await host.PostAsync("/v1/orders", Given.OrderBody(), "k");
        var again = await host.PostAsync("/v1/orders", Given.OrderBody(), "k");

        Assert.Equal((HttpStatusCode.BadRequest, HttpStatusCode.Created), (refused.Status, repaired.Status));
        Assert.Equal((null, "true"), (repaired.Header("Idempotency-Replayed"), again.Header("Idempotency-Replayed")));
    }

    [Theory]
    [MemberData(nameof(EveryWayAndError))]
    public async Task ServerError_IfKept_IsTheAnswerFromThenOn(string way, string kind)
    {
        await using var host = await StartAsync(way, "--keep-server-errors", options => options with { KeepsServerErrors = true }, """{"keeps_server_errors":true}""");
        await FailOnceAsync(host, kind);
        var failed = await host.PostAsync("/v1/orders", Given.OrderBody(), "k");
        var again = await host.PostAsync("/v1/orders", Given.OrderBody(), "k");
        var other = await host.PostAsync("/v1/orders", Given.OrderBody(200), "k");

        Assert.True((int)failed.Status >= 500);
        Assert.Equal((failed.Status, failed.Code), (again.Status, again.Code));
        Assert.Equal((null, "true"), (failed.Header("Idempotency-Replayed"), again.Header("Idempotency-Replayed")));
        Assert.Equal("IDEMPOTENCY_KEY_REUSED", other.Code);
        Assert.Equal(kind == "error_after" ? 1 : 0, (await host.GetAsync("/v1/orders")).List.Count);

        host.Time.Advance(TimeSpan.FromHours(24));
        Assert.Equal(HttpStatusCode.Created, (await host.PostAsync("/v1/orders", Given.OrderBody(), "k")).Status);
    }

    [Theory]
    [InlineData("error_before", 1)]
    [InlineData("error_after", 2)]
    [InlineData("unavailable", 1)]
    public async Task ServerError_ByDefault_LeavesNothingUnderItsKey(string kind, int orders)
    {
        await using var host = await SandboxHost.StartAsync();
        await FailOnceAsync(host, kind);
        Assert.True((int)(await host.PostAsync("/v1/orders", Given.OrderBody(), "k")).Status >= 500);
        var again = await host.PostAsync("/v1/orders", Given.OrderBody(), "k");

        Assert.Equal((HttpStatusCode.Created, null), (again.Status, again.Header("Idempotency-Replayed")));
        Assert.Equal(orders, (await host.GetAsync("/v1/orders")).List.Count);
    }

    [Theory]
    [MemberData(nameof(EveryErrorUnderBoth))]
    public async Task ServerError_UnderAKeyThatHasItsAnswer_TakesNothingBack(string kind, bool keeps)
    {
        await using var host = await SandboxHost.StartAsync(options: new SandboxOptions { DataFile = "", KeepsServerErrors = keeps });
        var first = await host.PostAsync("/v1/orders", Given.OrderBody(), "k");
        await FailOnceAsync(host, kind);
        Assert.True((int)(await host.PostAsync("/v1/orders", Given.OrderBody(), "k")).Status >= 500);
        var again = await host.PostAsync("/v1/orders", Given.OrderBody(), "k");

        Assert.Equal("true", again.Header("Idempotency-Replayed"));
        Assert.True(JsonNode.DeepEquals(first.Data, again.Data));
        Assert.Single((await host.GetAsync("/v1/orders")).List);
    }

    [Fact]
    public async Task Restart_KeepsWhatIsBound_AndTheChoiceItWasStartedWith()
    {
        await using var host = await SandboxHost.StartAsync(options: new SandboxOptions { DataFile = "", KeepsServerErrors = true });
        await host.PostAsync("/v1/orders", new JsonObject(), "refused");
        await FailOnceAsync(host, "error_before");
        await host.PostAsync("/v1/orders", Given.OrderBody(), "failed");
        await host.ControlAsync("/_sandbox/idempotency", """{"keeps_server_errors":false,"keeps_refusals":false}""");
        await using var next = await host.RestartAsync();

        Assert.Equal("true", (await next.PostAsync("/v1/orders", new JsonObject(), "refused")).Header("Idempotency-Replayed"));
        var failed = await next.PostAsync("/v1/orders", Given.OrderBody(), "failed");
        Assert.Equal((HttpStatusCode.InternalServerError, "true"), (failed.Status, failed.Header("Idempotency-Replayed")));
        Assert.Equal("""{"keeps_refusals":true,"keeps_server_errors":true}""", await next.Anyone.GetStringAsync("/_sandbox/idempotency"));
    }

    [Fact]
    public async Task Choice_OfSomethingElse_IsRefusedAndChangesNothing()
    {
        await using var host = await SandboxHost.StartAsync();
        using var unknown = new StringContent("""{"keeps_refusals":false,"keeps_everything":true}""", System.Text.Encoding.UTF8, "application/json");
        var answer = await host.Anyone.PutAsync("/_sandbox/idempotency", unknown);

        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        Assert.Contains("UNKNOWN_FIELD", await answer.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        Assert.Equal("""{"keeps_refusals":true,"keeps_server_errors":false}""", await host.Anyone.GetStringAsync("/_sandbox/idempotency"));
    }

    private static Task FailOnceAsync(SandboxHost host, string kind) =>
        host.SetFaultsAsync($$"""{"rules":[{"kind":"{{kind}}","route":"/v1/*","method":"POST","count":1}]}""");

    private static async Task<SandboxHost> StartAsync(string way, string argument, Func<SandboxOptions, SandboxOptions> option, string control)
    {
        var options = new SandboxOptions { DataFile = "" };
        var host = await SandboxHost.StartAsync(options: way switch
        {
            "options" => option(options),
            "command line" => SandboxCommandLine.Read([argument]),
            _ => options,
        });
        if (way == "while it runs")
            await host.ControlAsync("/_sandbox/idempotency", control);
        return host;
    }
}
