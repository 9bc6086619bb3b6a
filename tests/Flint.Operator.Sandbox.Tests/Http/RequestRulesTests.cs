using System.Net;
using System.Text;
using System.Text.Json.Nodes;

namespace Flint.Operator.Sandbox.Tests.Http;

public sealed class RequestRulesTests
{
    [Theory]
    [InlineData("""{"line_items":[{"name":"A","unit_price_money":{"amount":1,"currency":"USD"},"color":"red"}]}""", "UNKNOWN_FIELD", "line_items[0].color")]
    [InlineData("""{"line_items":[{"name":"A","unit_price_money":{"amount":1,"currency":"USD"}}],"source":"app"}""", "UNKNOWN_FIELD", "source")]
    [InlineData("""{"line_items":[{"name":7,"unit_price_money":{"amount":1,"currency":"USD"}}]}""", "INVALID_FIELD_TYPE", "line_items[0].name")]
    [InlineData("""{"line_items":[{"name":"A","unit_price_money":{"amount":"1","currency":"USD"}}]}""", "INVALID_FIELD_TYPE", "line_items[0].unit_price_money.amount")]
    [InlineData("""{"line_items":[{"name":"A","unit_price_money":{"amount":1.5,"currency":"USD"}}]}""", "INVALID_FIELD_TYPE", "line_items[0].unit_price_money.amount")]
    [InlineData("""{"line_items":[{"name":"A","unit_price_money":{"amount":1,"currency":"usd"}}]}""", "INVALID_CURRENCY", "line_items[0].unit_price_money.currency")]
    [InlineData("""{"line_items":[{"name":"A"}]}""", "FIELD_REQUIRED", "line_items[0].unit_price_money")]
    [InlineData("""{"line_items":[]}""", "MISSING_LINE_ITEMS", "line_items")]
    [InlineData("""{}""", "MISSING_LINE_ITEMS", "line_items")]
    [InlineData("""{"line_items":null}""", "NULL_NOT_ALLOWED", "line_items")]
    [InlineData("""{"line_items":[{"name":"A","unit_price_money":{"amount":1,"currency":"USD"}}],"metadata":{"flint_x":"1"}}""", "RESERVED_METADATA_KEY", "metadata.flint_x")]
    [InlineData("""{"line_items":[{"name":"A","unit_price_money":{"amount":1,"currency":"USD"}}],"tax":{"enabled":false,"location":{"address":{"postal_code":"1"}}}}""", "TAX_INPUT_CONFLICT", "tax")]
    public async Task Create_BadBody_NamesCodeAndPlace(string body, string code, string param)
    {
        await using var host = await SandboxHost.StartAsync();
        var answer = await host.PostAsync("/v1/orders", JsonNode.Parse(body)!);

        Assert.Equal(HttpStatusCode.BadRequest, answer.Status);
        Assert.Equal((code, param), (answer.Code, answer.Error["param"]!.GetValue<string>()));
        Assert.Equal("validation_error", answer.Error["type"]!.GetValue<string>());
        Assert.Equal("integration", answer.Error["error_source"]!.GetValue<string>());
        Assert.Equal(param, answer.Error["details"]![0]!["param"]!.GetValue<string>());
        Assert.Empty((await host.GetAsync("/v1/orders")).List);
    }

    [Theory]
    [InlineData("/v1/orders", "buyer_note", 2000, "NOTE_TOO_LONG")]
    [InlineData("/v1/orders", "internal_note", 2000, "NOTE_TOO_LONG")]
    [InlineData("/v1/payment-links", "description", 2000, "NOTE_TOO_LONG")]
    [InlineData("/v1/payment-links", "name", 255, "NAME_TOO_LONG")]
    public async Task Create_TextOfTheLongestKind_IsTakenAndOneLetterMoreIsNot(string path, string member, int longest, string code)
    {
        await using var host = await SandboxHost.StartAsync();
        var body = path.EndsWith("orders", StringComparison.Ordinal) ? Given.OrderBody() : Given.LinkBody();
        body[member] = new string('n', longest);
        Assert.Equal(HttpStatusCode.Created, (await host.PostAsync(path, body)).Status);

        body[member] = new string('n', longest + 1);
        var answer = await host.PostAsync(path, body);

        Assert.Equal((HttpStatusCode.BadRequest, code, member), (answer.Status, answer.Code, answer.Error["param"]!.GetValue<string>()));
    }

    [Theory]
    [InlineData("/v1/orders", 50)]
    [InlineData("/v1/payment-links", 44)]
    public async Task Create_MetadataOverItsLimits_IsRefused(string path, int mostPairs)
    {
        await using var host = await SandboxHost.StartAsync();
        var body = path.EndsWith("orders", StringComparison.Ordinal) ? Given.OrderBody() : Given.LinkBody();

        Assert.Equal("METADATA_TOO_MANY_KEYS", await CodeAsync(Pairs(mostPairs + 1, "v")));
        Assert.Equal("METADATA_TOO_LARGE", await CodeAsync(Pairs(1, new string('v', 32_768))));
        Assert.Null(await CodeAsync(Pairs(mostPairs, new string('v', 500))));

        async Task<string?> CodeAsync(JsonObject metadata)
        {
            body["metadata"] = metadata;
            var answer = await host.PostAsync(path, body);
            return answer.Status == HttpStatusCode.Created ? null : answer.Code;
        }

        static JsonObject Pairs(int count, string value) => new(Enumerable.Range(0, count).Select(index => KeyValuePair.Create($"k{index}", (JsonNode?)value)));
    }

    [Fact]
    public async Task Create_BrokenJson_IsInvalidJson()
    {
        await using var host = await SandboxHost.StartAsync();
        Assert.Equal("INVALID_JSON", (await RawAsync(host, """{"line_items":""", "application/json")).Code);
    }

    [Fact]
    public async Task Create_MemberTwice_IsInvalidJson()
    {
        await using var host = await SandboxHost.StartAsync();
        Assert.Equal("INVALID_JSON", (await RawAsync(host, """{"buyer_note":"a","buyer_note":"b"}""", "application/json")).Code);
    }

    [Fact]
    public async Task Create_OtherContentType_Is415()
    {
        await using var host = await SandboxHost.StartAsync();
        var answer = await RawAsync(host, "{}", "text/plain");
        Assert.Equal((HttpStatusCode.UnsupportedMediaType, "UNSUPPORTED_CONTENT_TYPE"), (answer.Status, answer.Code));
    }

    [Fact]
    public async Task Create_HugeBody_Is413()
    {
        await using var host = await SandboxHost.StartAsync();
        var answer = await RawAsync(host, $$"""{"buyer_note":"{{new string('x', 1024 * 1024)}}"}""", "application/json");
        Assert.Equal((HttpStatusCode.RequestEntityTooLarge, "REQUEST_BODY_TOO_LARGE"), (answer.Status, answer.Code));
    }

    [Theory]
    [InlineData("GET", "/v1/nothing", HttpStatusCode.NotFound, "ROUTE_NOT_FOUND")]
    [InlineData("GET", "/v1/orders/", HttpStatusCode.NotFound, "ROUTE_NOT_FOUND")]
    [InlineData("DELETE", "/v1/payment-links/pl_1", HttpStatusCode.MethodNotAllowed, "METHOD_NOT_ALLOWED")]
    [InlineData("GET", "/v1/orders/ord_none", HttpStatusCode.NotFound, "RESOURCE_NOT_FOUND")]
    [InlineData("GET", "/v1/orders?colour=red", HttpStatusCode.BadRequest, "UNSUPPORTED_QUERY_PARAM")]
    [InlineData("GET", "/v1/orders/ord_none?colour=red", HttpStatusCode.BadRequest, "UNSUPPORTED_QUERY_PARAM")]
    [InlineData("GET", "/v1/checkout-sessions/cs_1?expand=everything", HttpStatusCode.BadRequest, "INVALID_EXPAND")]
    public async Task Call_ThatDoesNotExist_IsAnErrorEnvelope(string method, string path, HttpStatusCode status, string code)
    {
        await using var host = await SandboxHost.StartAsync();
        using var request = new HttpRequestMessage(new HttpMethod(method), path);
        var answer = await ApiAnswer.ReadAsync(await host.Api.SendAsync(request));
        Assert.Equal((status, code), (answer.Status, answer.Code));
    }

    [Fact]
    public async Task Answer_Always_CarriesTheHeadersOfTheContract()
    {
        await using var host = await SandboxHost.StartAsync();
        using var request = new HttpRequestMessage(HttpMethod.Get, "/v1/orders");
        request.Headers.Add("X-Request-Id", "till-7.0001");
        var answer = await ApiAnswer.ReadAsync(await host.Api.SendAsync(request));

        Assert.Equal("till-7.0001", answer.Header("X-Request-Id"));
        Assert.Equal("till-7.0001", answer.Body["request_id"]!.GetValue<string>());
        Assert.Equal("test", answer.Header("Flint-Mode"));
        Assert.Equal("2026-09-07", answer.Header("Flint-Version"));
        Assert.StartsWith("mer_", answer.Header("Flint-Merchant-Id"), StringComparison.Ordinal);
        Assert.StartsWith("test_", answer.Header("Flint-Sandbox-Id"), StringComparison.Ordinal);
        Assert.NotNull(answer.Header("Flint-Merchant-Environment-Id"));
    }

    [Theory]
    [InlineData("/v1/orders", 400, "INVALID_API_VERSION")]
    [InlineData("/v1/developer/auth-context", 410, "API_VERSION_RETIRED")]
    public async Task Call_MalformedVersion_IsRefusedAsDeclared(string path, int status, string code)
    {
        await using var host = await SandboxHost.StartAsync();
        using var request = new HttpRequestMessage(HttpMethod.Get, path);
        request.Headers.Add("Flint-Version", "latest");
        var answer = await ApiAnswer.ReadAsync(await host.Api.SendAsync(request));
        Assert.Equal((status, code), ((int)answer.Status, answer.Code));
    }

    private static async Task<ApiAnswer> RawAsync(SandboxHost host, string body, string type)
    {
        using var content = new StringContent(body, Encoding.UTF8, type);
        return await ApiAnswer.ReadAsync(await host.Api.PostAsync("/v1/orders", content));
    }
}
