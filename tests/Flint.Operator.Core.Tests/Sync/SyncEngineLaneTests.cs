using Flint.Operator.Core.Sync;
using Flint.Operator.Testing.Api;
using Flint.Operator.Testing.Sync;

namespace Flint.Operator.Core.Tests.Sync;

/// <summary>A few records are sent at a time, each of them in the order it was tapped.</summary>
public sealed class SyncEngineLaneTests : IDisposable
{
    private readonly SyncBench _bench;
    private HeldGateway? _wire;

    public SyncEngineLaneTests() => _bench = new SyncBench(1, gateway => _wire = new HeldGateway(gateway));

    [Fact]
    public async Task Lanes_ManyRecords_AreFourAtATime()
    {
        for (var i = 0; i < 7; i++)
        {
            await _bench.CreateLinkAsync($"Link {i}");
        }

        var cycle = _bench.CycleAsync();
        Assert.Equal(4, _wire!.Out.Count);
        _wire.LetOneGo();
        Assert.Equal(4, _wire.Out.Count);
        Finish();
        await cycle;

        Assert.Equal(7, _bench.Flint.Ledger.Count);
    }

    [Fact]
    public async Task Lanes_OneCheckout_HasOneWriteOutAtATime()
    {
        await _bench.ChargeAsync();

        var cycle = _bench.CycleAsync();
        Assert.EndsWith("/orders", Assert.Single(_wire!.Out).Path, StringComparison.Ordinal);
        _wire.LetOneGo();
        Assert.EndsWith("/checkout-sessions", Assert.Single(_wire.Out).Path, StringComparison.Ordinal);
        Finish();
        await cycle;
    }

    [Fact]
    public async Task Watched_GoesFirstAndAlone()
    {
        await _bench.CreateLinkAsync("Nobody waits");
        var lid = await _bench.ChargeAsync();
        using var watching = _bench.Get<WatchList>().Watch(lid);

        var cycle = _bench.CycleAsync();
        Assert.EndsWith("/orders", Assert.Single(_wire!.Out).Path, StringComparison.Ordinal);
        _wire.LetOneGo();
        Assert.EndsWith("/checkout-sessions", Assert.Single(_wire.Out).Path, StringComparison.Ordinal);
        _wire.LetOneGo();
        Assert.EndsWith("/payment-links", Assert.Single(_wire.Out).Path, StringComparison.Ordinal);
        Finish();
        await cycle;
    }

    [Fact]
    public async Task RateLimited_InOneLane_StopsTheOthersFromSendingMore()
    {
        for (var i = 0; i < 9; i++)
        {
            await _bench.CreateLinkAsync($"Link {i}");
        }

        _bench.Flint.Fail(FlintFault.RateLimited);
        var cycle = _bench.CycleAsync();
        Finish();
        await cycle;

        // Four were out when the API asked for quiet; none left after that.
        Assert.Equal(4, _bench.Flint.Sent.Count);
    }

    [Fact]
    public async Task NewTap_WhileLanesAreBusy_WaitsForNoneOfTheRest()
    {
        for (var i = 0; i < 9; i++)
        {
            await _bench.CreateLinkAsync($"Link {i}");
        }

        var cycle = _bench.CycleAsync();
        await _bench.CreateLinkAsync("Just tapped");
        Finish();
        await cycle;

        Assert.Equal(4, _bench.Flint.Ledger.Count);
    }

    // Taps that come faster than anything can be sent must not keep everything from being sent.
    [Fact]
    public async Task TapsWithoutEnd_DoNotKeepSyncFromSending()
    {
        for (var i = 0; i < 8; i++)
        {
            await _bench.CreateLinkAsync($"Link {i}");
        }

        var cycle = _bench.Engine.RunCycleAsync(CancellationToken.None);
        Assert.True(_bench.Get<SyncSignal>().IsPrompted);
        Finish();
        await cycle;

        Assert.Equal(4, _bench.Flint.Ledger.Count);
    }

    public void Dispose() => _bench.Dispose();

    private void Finish()
    {
        while (_wire!.Out.Count > 0)
        {
            _wire.LetOneGo();
        }
    }
}
