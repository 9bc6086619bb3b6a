using System.Text.Json.Nodes;
using Flint.Operator.Sandbox.State;

namespace Flint.Operator.Sandbox.Tests.State;

public sealed class RestartTests
{
    [Fact]
    public async Task Restart_SameFile_KeepsEverything()
    {
        await using var host = await SandboxHost.StartAsync();
        var order = await host.PostAsync("/v1/orders", Given.OrderBody(), "order-1");
        var launch = await host.LaunchAsync(order.Data["order_id"]!.GetValue<string>());
        var link = await host.LinkAsync();
        await using var next = await host.RestartAsync();

        Assert.Equal(host.ApiKey, next.ApiKey);
        Assert.Equal("true", (await next.PostAsync("/v1/orders", Given.OrderBody(), "order-1")).Header("Idempotency-Replayed"));
        Assert.Equal(1, (await next.GetAsync($"/v1/payment-links/{link}")).Data["version"]!.GetValue<int>());
        var buyer = new BuyerBrowser(next);
        await buyer.OpenAsync(launch.SessionUrl());
        await buyer.PayAsync("4242424242424242");
        Assert.Equal("paid", buyer.Result);
    }

    [Fact]
    public async Task Attempt_ThatThrows_LeavesNoTrace()
    {
        var folder = Directory.CreateTempSubdirectory("flint-sandbox-");
        await using (var database = new SandboxDatabase(Path.Combine(folder.FullName, "s.db"), TimeProvider.System))
        {
            var seen = await database.RunAsync(
                state =>
                {
                    Assert.Throws<InvalidOperationException>(() => state.Attempt<int>(() =>
                    {
                        state.SaveSetting("x", "1");
                        throw new InvalidOperationException();
                    }));
                    state.SaveSetting("y", "2");
                    return (state.Setting("x"), state.Setting("y"));
                },
                CancellationToken.None);
            Assert.Equal((null, "2"), seen);
            await Assert.ThrowsAsync<InvalidOperationException>(() => database.RunAsync<int>(
                state =>
                {
                    state.SaveSetting("z", "3");
                    throw new InvalidOperationException();
                },
                CancellationToken.None));
            Assert.Null(await database.RunAsync(state => state.Setting("z"), CancellationToken.None));
        }

        folder.Delete(recursive: true);
    }
}
