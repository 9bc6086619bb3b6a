namespace Flint.Operator.Sandbox.Tests.Http;

public sealed class DefaultOrderTests
{
    /// <summary>The contract states no default order; this is the choice of the sandbox (docs/sandbox.md).</summary>
    [Theory]
    [InlineData("/v1/payment-links", "payment_link_id")]
    [InlineData("/v1/orders", "order_id")]
    [InlineData("/v1/checkout-sessions", "checkout_session_id")]
    [InlineData("/v1/refunds", "refund_id")]
    public async Task List_AskedForWithoutAnOrder_IsNewestFirst(string path, string id)
    {
        await using var host = await SandboxHost.StartAsync();
        for (var round = 0; round < 3; round++)
        {
            await host.LinkAsync();
            await host.RefundAsync(await host.PaidOrderAsync());
            host.Time.Advance(TimeSpan.FromMinutes(1));
        }

        var asked = (await host.GetAsync(path)).List.Select(row => row![id]!.GetValue<string>()).ToArray();
        var sorted = (await host.GetAsync($"{path}?sort_by=created_at&sort_direction=desc")).List.Select(row => row![id]!.GetValue<string>());
        var oldestFirst = (await host.GetAsync($"{path}?sort_by=created_at&sort_direction=asc")).List.Select(row => row![id]!.GetValue<string>());

        Assert.Equal(3, asked.Length);
        Assert.Equal(sorted, asked);
        Assert.Equal(oldestFirst.Reverse(), asked);
    }
}
