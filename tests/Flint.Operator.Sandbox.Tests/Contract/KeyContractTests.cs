using System.Net;
using System.Text;
using System.Text.Json.Nodes;

namespace Flint.Operator.Sandbox.Tests.Contract;

/// <summary>When a key is in another request's way (contract 1.5), for every write of the document.</summary>
public sealed class KeyContractTests
{
    public static TheoryData<string> Writes => [.. ContractDocument.Operations.Where(operation => operation.IsWrite).Select(operation => operation.Id)];

    [Theory]
    [MemberData(nameof(Writes))]
    public async Task Write_OfAnotherRequestUnderItsKey_IsAConflict(string id)
    {
        await using var host = await SandboxHost.StartAsync();
        var (operation, path, body) = await PrepareAsync(host, id);
        await SendAsync(host, operation, path, body);

        var elsewhere = await host.PostAsync("/v1/orders", Given.OrderBody(777), "k-1");
        var other = body is null ? elsewhere : await SendAsync(host, operation, path, new JsonObject { ["metadata"] = new JsonObject { ["other"] = "1" } });

        Assert.All([elsewhere, other], answer =>
        {
            Assert.Equal((HttpStatusCode.Conflict, "IDEMPOTENCY_KEY_REUSED"), (answer.Status, answer.Code));
            Assert.Equal("conflict_error", answer.Error["type"]!.GetValue<string>());
            Assert.False(answer.Error["remediation"]!["retryable"]!.GetValue<bool>());
            Assert.Null(answer.Header("Idempotency-Replayed"));
        });
    }

    [Theory]
    [MemberData(nameof(Writes))]
    public async Task Write_WhileItsKeyIsAtWork_IsToldSo(string id)
    {
        await using var host = await SandboxHost.StartAsync();
        var (operation, path, body) = await PrepareAsync(host, id);
        await host.SetFaultsAsync("""{"rules":[{"kind":"slow","route":"/v1/*","delay_ms":5000,"count":1}]}""");

        var first = SendAsync(host, operation, path, body);
        await host.Time.SomeoneWaitsAsync();
        var second = await SendAsync(host, operation, path, body);
        host.Time.Advance(TimeSpan.FromSeconds(5));

        Assert.Equal((HttpStatusCode.Conflict, "IDEMPOTENCY_KEY_IN_PROGRESS"), (second.Status, second.Code));
        Assert.True(second.Error["remediation"]!["retryable"]!.GetValue<bool>());
        Assert.Null(second.Header("Retry-After"));
        Assert.Equal(operation.Success, (int)(await first).Status);
        Assert.Equal("true", (await SendAsync(host, operation, path, body)).Header("Idempotency-Replayed"));
    }

    private static async Task<(ContractOperation Operation, string Path, JsonObject? Body)> PrepareAsync(SandboxHost host, string id)
    {
        var (operation, world) = (ContractDocument.Operation(id), new ContractWorld(host));
        var path = await world.PathAsync(operation);
        return (operation, path, await world.BodyAsync(operation, path));
    }

    private static async Task<ApiAnswer> SendAsync(SandboxHost host, ContractOperation operation, string path, JsonObject? body)
    {
        using var request = new HttpRequestMessage(new HttpMethod(operation.Method), path);
        request.Headers.Add("Idempotency-Key", "k-1");
        if (body is not null)
            request.Content = new StringContent(body.ToJsonString(), Encoding.UTF8, "application/json");
        return await ApiAnswer.ReadAsync(await host.Api.SendAsync(request));
    }
}
