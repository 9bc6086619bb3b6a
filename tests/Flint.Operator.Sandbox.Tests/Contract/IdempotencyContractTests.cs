using System.Net;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json.Nodes;

namespace Flint.Operator.Sandbox.Tests.Contract;

/// <summary>What contract section 1.5 says of a key, held for every write of the document.</summary>
public sealed class IdempotencyContractTests
{
    public static TheoryData<string> Writes => [.. ContractDocument.Operations.Where(operation => operation.IsWrite).Select(operation => operation.Id)];

    [Theory]
    [MemberData(nameof(Writes))]
    public async Task Write_SentAgain_IsAnsweredFromStoreAlsoByANewProcess(string id)
    {
        await using var host = await SandboxHost.StartAsync();
        var call = await CallAsync(host, id);
        var first = await call.SendAsync(host);
        var again = await call.SendAsync(host);
        await using var next = await host.RestartAsync();

        AssertReplay(first, again);
        AssertReplay(first, await call.SendAsync(next));
    }

    [Theory]
    [MemberData(nameof(Writes))]
    public async Task Write_ADayLater_IsANewRequest(string id)
    {
        await using var host = await SandboxHost.StartAsync();
        var call = await CallAsync(host, id);
        var first = await call.SendAsync(host);
        host.Time.Advance(TimeSpan.FromHours(24) - TimeSpan.FromSeconds(1));
        AssertReplay(first, await call.SendAsync(host));
        host.Time.Advance(TimeSpan.FromSeconds(2));

        // It may well be refused by now: what it finds is what the first one left. But it is not the first one's answer.
        Assert.Null((await call.SendAsync(host)).Header("Idempotency-Replayed"));
    }

    [Theory]
    [MemberData(nameof(Writes))]
    public async Task Write_ManyAtOnceUnderOneKey_IsDoneOnce(string id)
    {
        await using var host = await SandboxHost.StartAsync();
        var call = await CallAsync(host, id);
        var answers = await Task.WhenAll(Enumerable.Range(0, 12).Select(_ => Task.Run(() => call.SendAsync(host))));

        var done = Assert.Single(answers, answer => answer.Message.IsSuccessStatusCode && answer.Header("Idempotency-Replayed") is null);
        foreach (var answer in answers.Where(answer => answer != done))
        {
            if (answer.Message.IsSuccessStatusCode)
                AssertReplay(done, answer);
            else
                Assert.Equal((HttpStatusCode.Conflict, "IDEMPOTENCY_KEY_IN_PROGRESS"), (answer.Status, answer.Code));
        }
    }

    [Theory]
    [MemberData(nameof(Writes))]
    public async Task Write_KeyOfItsLongest_IsTakenAndOneLongerIsNot(string id)
    {
        await using var host = await SandboxHost.StartAsync();
        var operation = ContractDocument.Operation(id);
        var limit = operation.Source["parameters"]!.AsArray().Single(parameter => parameter!["name"]!.GetValue<string>() == "Idempotency-Key")!["schema"]!["maxLength"]!.GetValue<int>();
        var call = await CallAsync(host, id);

        Assert.Equal((HttpStatusCode.BadRequest, "IDEMPOTENCY_KEY_TOO_LONG"), Outcome(await call.SendAsync(host, new string('k', limit + 1))));
        Assert.Equal(operation.Success, (int)(await call.SendAsync(host, new string('k', limit))).Status);
    }

    private static (HttpStatusCode Status, string Code) Outcome(ApiAnswer answer) => (answer.Status, answer.Code);

    private static void AssertReplay(ApiAnswer first, ApiAnswer again)
    {
        Assert.True(first.Message.IsSuccessStatusCode, first.Body.ToJsonString());
        Assert.Equal(first.Status, again.Status);
        Assert.True(JsonNode.DeepEquals(first.Data, again.Data), $"{first.Data.ToJsonString()}\n{again.Data.ToJsonString()}");
        Assert.Equal("true", again.Header("Idempotency-Replayed"));
        Assert.True(again.Body["meta"]!["idempotency_replayed"]!.GetValue<bool>());
        Assert.Equal(Call.Key, again.Header("Idempotency-Key"));
        Assert.NotEqual(first.Header("X-Request-Id"), again.Header("X-Request-Id"));
    }

    private static async Task<Call> CallAsync(SandboxHost host, string id)
    {
        var world = new ContractWorld(host);
        var operation = ContractDocument.Operation(id);
        var path = await world.PathAsync(operation);
        return new Call(operation.Method, path, (await world.BodyAsync(operation, path))?.ToJsonString());
    }

    private sealed record Call(string Method, string Path, string? Body)
    {
        public const string Key = "till-7/000042";

        public async Task<ApiAnswer> SendAsync(SandboxHost host, string key = Key)
        {
            using var request = new HttpRequestMessage(new HttpMethod(Method), Path);
            request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", host.ApiKey);
            request.Headers.Add("Idempotency-Key", key);
            request.Content = Body is null ? null : new StringContent(Body, Encoding.UTF8, "application/json");
            return await ApiAnswer.ReadAsync(await host.Anyone.SendAsync(request));
        }
    }
}
