using System.Net;

namespace Flint.Operator.Sandbox.Tests.Http;

public sealed class ApiKeyTests
{
    [Theory]
    [InlineData(null, null, "API_KEY_REQUIRED")]
    [InlineData("Bearer flint_test_wrong", null, "INVALID_API_KEY")]
    [InlineData(null, "flint_test_wrong", "INVALID_API_KEY")]
    [InlineData("Basic abc", null, "INVALID_AUTHORIZATION_HEADER")]
    [InlineData("Bearer flint_live_any", null, "API_KEY_MODE_MISMATCH")]
    [InlineData("Bearer a", "b", "AMBIGUOUS_AUTH")]
    public async Task Call_WithoutTheKey_Is401(string? authorization, string? apiKey, string code)
    {
        await using var host = await SandboxHost.StartAsync();
        using var request = new HttpRequestMessage(HttpMethod.Get, "/v1/orders");
        if (authorization is not null)
            request.Headers.TryAddWithoutValidation("Authorization", authorization);
        if (apiKey is not null)
            request.Headers.Add("X-API-Key", apiKey);
        var answer = await ApiAnswer.ReadAsync(await host.Anyone.SendAsync(request));

        Assert.Equal((HttpStatusCode.Unauthorized, code), (answer.Status, answer.Code));
        Assert.Equal("authentication_error", answer.Error["type"]!.GetValue<string>());
    }

    [Fact]
    public async Task Call_WithKeyInItsOwnHeader_IsServed()
    {
        await using var host = await SandboxHost.StartAsync();
        using var request = new HttpRequestMessage(HttpMethod.Get, "/v1/merchant");
        request.Headers.Add("X-API-Key", host.ApiKey);
        var answer = await ApiAnswer.ReadAsync(await host.Anyone.SendAsync(request));
        Assert.Equal("Riverside Cycling Club", answer.Data["business_name"]!.GetValue<string>());
    }

    [Fact]
    public async Task AuthContext_ValidKey_TellsWhoIsAsking()
    {
        await using var host = await SandboxHost.StartAsync();
        var answer = await host.GetAsync("/v1/developer/auth-context");
        Assert.Equal("sandbox", answer.Data["environment"]!.GetValue<string>());
        Assert.Equal(answer.Header("Flint-Merchant-Id"), answer.Data["merchant_id"]!.GetValue<string>());
        Assert.Equal(answer.Header("Flint-Sandbox-Id"), answer.Data["sandbox_id"]!.GetValue<string>());
        Assert.Contains(answer.Data["scopes"]!.AsArray(), scope => scope!.GetValue<string>() == "commerce.orders.write");
    }

    [Fact]
    public async Task PublicRead_WithoutKey_IsServed()
    {
        await using var host = await SandboxHost.StartAsync();
        var link = await host.LinkAsync();
        var answer = await ApiAnswer.ReadAsync(await host.Anyone.GetAsync($"/v1/payment-links/{link}/public"));
        Assert.Equal(HttpStatusCode.OK, answer.Status);
    }
}
