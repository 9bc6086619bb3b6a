using System.Net.Http.Json;
using Flint.Operator.Faults.Tests.Proxy;
using Flint.Operator.Faults.Tests.Stack;

namespace Flint.Operator.Faults.Tests.Network;

/// <summary>The sandbox's own faults, through the real client and the real file.</summary>
public sealed class ServerTroubleTests(SandboxFixture sandbox) : IClassFixture<SandboxFixture>, IAsyncLifetime
{
    public static TheoryData<string, Write> Cases =>
        [.. new[] { "error_before", "error_after", "unavailable", "rate_limited", "lost_reply", "captive_portal" }.SelectMany(_ => Enum.GetValues<Write>(), (kind, write) => (kind, write))];

    public ValueTask InitializeAsync() => ValueTask.CompletedTask;

    // Faults are the server's: what one test did not use up must not strike the next.
    public async ValueTask DisposeAsync() => await BreakAsync(null);

    [Theory]
    [MemberData(nameof(Cases))]
    public async Task Write_ServerFailsThreeTimes_IsDoneExactlyOnce(string kind, Write write)
    {
        await using var scene = new FaultScene(sandbox);
        var lid = await Writes.PrepareAsync(write, scene);
        await BreakAsync(new { kind, method = Writes.IsOfALink(write) ? "PATCH" : "POST", route = "/v1/*", count = 3, retry_after_seconds = 7 });

        await Writes.TapAsync(write, scene, lid);
        await scene.SettleAsync();

        await scene.CheckAsync();
    }

    [Theory]
    [InlineData(1)]
    [InlineData(30)]
    [InlineData(900)]
    public async Task RateLimited_NothingReachesTheWireInsideTheRetryAfter(int seconds)
    {
        await using var scene = new FaultScene(sandbox);
        await BreakAsync(new { kind = "rate_limited", method = "POST", route = "/v1/*", count = 2, retry_after_seconds = seconds });
        FaultScene.Saved(await scene.Till.TapLinkAsync());
        FaultScene.Saved(await scene.Till.TapChargeAsync());

        // Asked far more often than the timetable would, and by taps as well.
        for (var step = 0; step < 30; step++)
        {
            await scene.CycleAsync();
            scene.Time.Advance(TimeSpan.FromSeconds(seconds / 10.0));
        }

        await scene.SettleWithAPersonAsync();

        await scene.CheckAsync();
        var limited = scene.Proxy.Seen.Where(seen => seen.Request.IsWrite).Take(2).ToList();
        Assert.All(limited, refused => Assert.DoesNotContain(
            scene.Proxy.Seen, other => other.At > refused.At && other.At - refused.At < TimeSpan.FromSeconds(seconds)));
        Assert.DoesNotContain(scene.File.Operations(), operation => operation.Generation > 0);
    }

    [Fact]
    public async Task KeyRefusedInTheMiddle_ThenRight_IsDoneExactlyOnce()
    {
        await using var scene = new FaultScene(sandbox);
        FaultScene.Saved(await scene.Till.TapChargeAsync());
        scene.Proxy.Plan.Arm(WireFault.LostReply, request => Writes.Is(Write.CreateOrder, request));
        await scene.CycleAsync();
        var connection = scene.Till.Get<Core.Account.ActiveConnection>();
        var right = connection.Current;
        connection.Use(right with { ApiKey = "flint_test_revoked" });
        var before = await scene.Till.OpenAsync();
        scene.Time.Advance(TimeSpan.FromMinutes(2));
        await scene.SettleAsync(cycles: 5);
        Assert.Equal(before.Select(operation => (operation.Id, operation.State)), (await scene.Till.OpenAsync()).Select(operation => (operation.Id, operation.State)));

        connection.Use(right);
        scene.Time.Advance(TimeSpan.FromMinutes(2));
        await scene.SettleAsync();

        OnceEach.Check(scene.Ledger, scene.File);
    }

    [Theory]
    [MemberData(nameof(Cases))]
    public async Task Write_SameFailureForHalfAnHour_IsDoneExactlyOnceWhenItEnds(string kind, Write write)
    {
        await using var scene = new FaultScene(sandbox);
        var lid = await Writes.PrepareAsync(write, scene);
        await BreakAsync(new { kind, method = "*", route = "/v1/*", retry_after_seconds = 60 });
        await Writes.TapAsync(write, scene, lid);
        for (var quarter = 0; quarter < 12; quarter++)
        {
            await scene.SettleAsync(cycles: 2);
            scene.Time.Advance(TimeSpan.FromMinutes(2));
        }

        await BreakAsync(null);
        await scene.SettleWithAPersonAsync();

        await scene.CheckAsync();
    }

    // Lists that never show what was just made: the key's own record answers, and nothing is made twice.
    [Theory]
    [InlineData(Write.CreateLink)]
    [InlineData(Write.CreateOrder)]
    [InlineData(Write.CreateSession)]
    [InlineData(Write.RenewSession)]
    public async Task StaleLists_AfterALostReply_EndDoneExactlyOnce(Write write)
    {
        await using var scene = new FaultScene(sandbox);
        var lid = await Writes.PrepareAsync(write, scene);
        scene.Proxy.Plan.Arm(WireFault.LostReply, request => Writes.Is(write, request));
        await BreakAsync(new { kind = "stale_list", method = "GET", route = "/v1/*", stale_seconds = 600 });

        await Writes.TapAsync(write, scene, lid);
        await scene.SettleAsync();

        Assert.Equal(0, scene.Proxy.Plan.Left);
        await scene.CheckAsync();
    }

    private async Task BreakAsync(object? rule)
    {
        using var client = new HttpClient { BaseAddress = sandbox.Connection.BaseAddress };
        using var answer = await client.PostAsJsonAsync("/_sandbox/faults", new { rules = rule is null ? [] : new[] { rule } });
        answer.EnsureSuccessStatusCode();
    }
}
