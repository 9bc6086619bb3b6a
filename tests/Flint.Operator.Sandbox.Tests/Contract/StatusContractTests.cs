using System.Globalization;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json.Nodes;

namespace Flint.Operator.Sandbox.Tests.Contract;

/// <summary>
/// Every operation answers with every status it declares, and each answer fits its schema (reading one checks that) and carries the
/// headers of contract section 1.2. What the sandbox's own rules can bring about is brought about by them.
/// </summary>
public sealed class StatusContractTests
{
    private static readonly string[] Always = ["X-Request-Id", "Flint-Version", "Flint-Mode", "Flint-Merchant-Id", "Flint-Merchant-Environment-Id", "Flint-Sandbox-Id"];

    public static TheoryData<string, int> Declared =>
        [.. from operation in ContractDocument.Operations from status in operation.Statuses select new TheoryDataRow<string, int>(operation.Id, status)];

    [Theory]
    [MemberData(nameof(Declared))]
    public async Task Status_Declared_IsGivenWithItsShapeAndHeaders(string id, int status)
    {
        await using var host = await SandboxHost.StartAsync();
        var operation = ContractDocument.Operation(id);

        var answer = await ProvokeAsync(host, operation, status);

        Assert.True((int)answer.Status == status, $"{operation}: {(int)answer.Status} {answer.Body.ToJsonString()}");
        Assert.All(Always, name => Assert.False(string.IsNullOrEmpty(answer.Header(name)), $"{name} is missing"));
        Assert.Equal(operation.IsWrite, answer.Header("Idempotency-Key") is not null);
        Assert.Equal(status == 429, answer.Header("Retry-After") is not null);
        Assert.Equal(status == 429, answer.Header("Flint-Rate-Limited-Reason") is not null);
        if (status >= 400)
        {
            Assert.NotEmpty(answer.Code);
            Assert.Equal(answer.Header("X-Request-Id"), answer.Error["request_id"]!.GetValue<string>());
        }
    }

    public static TheoryData<string> All => [.. ContractDocument.Operations.Select(operation => operation.Id)];

    /// <summary>With the first status it declares for such a thing: an operation without a 400 says that it knows no such version.</summary>
    [Theory]
    [MemberData(nameof(All))]
    public async Task Version_ThatIsNoDate_IsRefusedAsDeclared(string id)
    {
        await using var host = await SandboxHost.StartAsync();
        var operation = ContractDocument.Operation(id);
        var world = new ContractWorld(host);
        var path = await world.PathAsync(operation);

        var answer = await (new ContractCall(operation, path, await world.BodyAsync(operation, path)) { Version = "latest" }).SendAsync(host);

        var expected = operation.Statuses.Contains(400) ? (400, "INVALID_API_VERSION") : (410, "API_VERSION_RETIRED");
        Assert.Equal(expected, ((int)answer.Status, answer.Code));
    }

    private static async Task<ApiAnswer> ProvokeAsync(SandboxHost host, ContractOperation operation, int status)
    {
        var world = new ContractWorld(host);
        var path = await world.PathAsync(operation);
        var body = await world.BodyAsync(operation, path);
        var call = new ContractCall(operation, path, body);
        switch (status)
        {
            case < 300:
                return await call.SendAsync(host);
            case 400:
                return await (call with { Path = $"{path}?no_such_parameter=1" }).SendAsync(host);
            case 401:
                return await (call with { Key = "flint_test_wrong" }).SendAsync(host);
            case 403:
                await host.ControlAsync("/_sandbox/key", """{"scopes":[]}""");
                return await call.SendAsync(host);
            case 404 when operation.PathParameters.Any():
                return await (call with { Path = path.Replace(path.Split('/')[3], "none", StringComparison.Ordinal) }).SendAsync(host);
            case 409 when operation.IsWrite:
                await call.SendAsync(host);
                return await (call with { Path = operation.PathParameters.Any() ? await world.PathAsync(operation) : path, Body = Another(body) }).SendAsync(host);
            case 410:
                return await (call with { Version = "2024-01-01" }).SendAsync(host);
            case 413:
                return await (call with { Padding = 2 * 1024 * 1024 }).SendAsync(host);
            case 415:
                return await (call with { ContentType = "text/plain" }).SendAsync(host);
            case 429:
                await host.SetFaultsAsync("""{"rules":[{"kind":"rate_limited","route":"/v1/*","retry_after_seconds":7}]}""");
                return await call.SendAsync(host);
            case 500:
                await host.SetFaultsAsync("""{"rules":[{"kind":"error_before","route":"/v1/*"}]}""");
                return await call.SendAsync(host);
            case 503:
                await host.SetFaultsAsync("""{"rules":[{"kind":"unavailable","route":"/v1/*"}]}""");
                return await call.SendAsync(host);
            default:
                // What only the other side's state can bring about: a timeout, a merchant that is gone, a buyer's reading of a session that is over.
                await host.SetFaultsAsync(string.Create(CultureInfo.InvariantCulture, $$"""{"rules":[{"kind":"answer","route":"/v1/*","status":{{status}}}]}"""));
                return await call.SendAsync(host);
        }
    }

    private static JsonObject? Another(JsonObject? body) => body is null ? null : new JsonObject { ["metadata"] = new JsonObject { ["other"] = "1" } };

    private sealed record ContractCall(ContractOperation Operation, string Path, JsonObject? Body)
    {
        public string? Key { get; init; }

        public string? Version { get; init; }

        public string ContentType { get; init; } = "application/json";

        public int Padding { get; init; }

        public async Task<ApiAnswer> SendAsync(SandboxHost host)
        {
            using var request = new HttpRequestMessage(new HttpMethod(Operation.Method), Path);
            request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", Key ?? host.ApiKey);
            if (Version is not null)
                request.Headers.Add("Flint-Version", Version);
            if (Operation.IsWrite)
                request.Headers.Add("Idempotency-Key", "contract-1");
            if (Body is not null || Padding > 0)
            {
                request.Content = new StringContent((Body?.ToJsonString() ?? "") + new string(' ', Padding), Encoding.UTF8);
                request.Content.Headers.ContentType = new MediaTypeHeaderValue(ContentType);
            }

            return await ApiAnswer.ReadAsync(await host.Anyone.SendAsync(request));
        }
    }
}
