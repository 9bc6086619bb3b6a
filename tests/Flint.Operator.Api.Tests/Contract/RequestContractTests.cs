using System.Text;

namespace Flint.Operator.Api.Tests.Contract;

// The check itself must be able to fail, or the tests that use it prove nothing.
public sealed class RequestContractTests
{
    [Theory]
    [InlineData("GET", "/v1/orders?page_size=100&sort_by=updated_at&sort_direction=desc&updated_after=2026-09-14T10:00:00Z", "")]
    [InlineData("GET", "/v1/orders?fulfillment_status=fulfilled,canceled", "")]
    [InlineData("POST", "/v1/orders/ord_1/close", "{}")]
    public async Task Check_RightRequest_FindsNothing(string method, string address, string body) =>
        Assert.Empty(await RequestContract.CheckAsync(Request(method, address, body)));

    [Theory]
    [InlineData("GET", "/v1/order", "")]
    [InlineData("DELETE", "/v1/orders/ord_1", "")]
    [InlineData("GET", "/v1/orders/", "")]
    [InlineData("GET", "/v1/payment-links?updated_after=2026-09-14T10:00:00Z", "")]
    [InlineData("GET", "/v1/orders?page_size=101", "")]
    [InlineData("GET", "/v1/orders?page_size=many", "")]
    [InlineData("GET", "/v1/orders?sort_by=name", "")]
    [InlineData("GET", "/v1/orders?fulfillment_status=fulfilled,lost", "")]
    [InlineData("GET", "/v1/orders?updated_after=yesterday", "")]
    [InlineData("GET", "/v1/orders/ord_1", "{}")]
    [InlineData("POST", "/v1/orders/ord_1/close", """{"why":"done"}""")]
    public async Task Check_WrongRequest_FindsIt(string method, string address, string body) =>
        Assert.NotEmpty(await RequestContract.CheckAsync(Request(method, address, body)));

    [Theory]
    [InlineData("Idempotency-Key")]
    [InlineData("Authorization")]
    [InlineData("Content-Type")]
    public async Task Check_HeaderLeftOut_FindsIt(string name)
    {
        var whole = Request("POST", "/v1/orders/ord_1/close", "{}");
        var headers = whole.Headers.Where(header => header.Key != name).ToDictionary(StringComparer.Ordinal);

        Assert.NotEmpty(await RequestContract.CheckAsync(whole with { Headers = headers }));
    }

    private static SentRequest Request(string method, string address, string body)
    {
        var headers = new Dictionary<string, string>(StringComparer.Ordinal) { ["Authorization"] = "Bearer flint_test_key" };
        if (method != "GET")
        {
            headers["Idempotency-Key"] = "key-1";
            headers["Content-Type"] = "application/json; charset=utf-8";
        }

        return new SentRequest(method, new Uri("https://api.example.test" + address), headers, Encoding.UTF8.GetBytes(body));
    }
}
