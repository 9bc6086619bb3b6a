using Flint.Operator.Core.Sync;
using Flint.Operator.Testing.Sync;

namespace Flint.Operator.Core.Tests.Sync;

public sealed class SyncLoopTests : IDisposable
{
    private readonly SyncBench _bench = new();

    [Fact]
    public async Task Run_ATap_IsSentWithoutWaitingForATimer()
    {
        using var stop = new CancellationTokenSource();
        var done = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        using var subscription = _bench.Feed.Subscribe(_ =>
        {
            if (_bench.Flint.Ledger.Count > 0)
            {
                done.TrySetResult();
            }
        });
        var loop = _bench.Get<SyncLoop>().RunAsync(stop.Token);

        await _bench.CreateLinkAsync();
        await done.Task.WaitAsync(TimeSpan.FromSeconds(20), TestContext.Current.CancellationToken);

        await stop.CancelAsync();
        await loop;
        Assert.Single(_bench.Flint.Ledger);
    }

    [Fact]
    public async Task Run_ACycleThatThrows_IsFollowedByTheNext()
    {
        using var stop = new CancellationTokenSource();
        var thrown = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        var throws = 1;
        _bench.Store.BeforeCommit = changes =>
        {
            if (changes.OfType<StoreChange.StartAttempt>().Any() && throws-- > 0)
            {
                thrown.TrySetResult();
                throw new InvalidOperationException("a bug");
            }
        };
        await _bench.CreateLinkAsync();
        var done = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        using var subscription = _bench.Feed.Subscribe(_ => { if (_bench.Flint.Ledger.Count > 0) { done.TrySetResult(); } });
        var loop = _bench.Get<SyncLoop>().RunAsync(stop.Token);
        await thrown.Task.WaitAsync(TimeSpan.FromSeconds(20), TestContext.Current.CancellationToken);
        _bench.Time.Advance(TimeSpan.FromSeconds(30));
        _bench.Get<SyncSignal>().Prompt();
        await done.Task.WaitAsync(TimeSpan.FromSeconds(20), TestContext.Current.CancellationToken);

        await stop.CancelAsync();
        await loop;
        Assert.Single(_bench.Flint.Ledger);
    }

    [Fact]
    public async Task NextWait_OfflineWithSomethingWaiting_ProbesWithinTenSeconds()
    {
        _bench.Flint.IsDown = true;
        await _bench.CreateLinkAsync();
        await _bench.CycleAsync();

        for (var i = 0; i < 50; i++)
        {
            Assert.InRange(await WaitAsync(), TimeSpan.FromSeconds(5), TimeSpan.FromSeconds(10));
        }
    }

    [Fact]
    public async Task NextWait_OfflineWithNobodyLooking_ProbesEverMoreRarely()
    {
        _bench.Flint.IsDown = true;
        await _bench.CreateLinkAsync();
        await _bench.CycleAsync();
        var presence = _bench.Get<Presence>();
        presence.Came();
        presence.Left();

        Assert.InRange(await WaitAsync(), TimeSpan.FromSeconds(5), TimeSpan.FromSeconds(10));
        _bench.Time.Advance(TimeSpan.FromSeconds(25));
        Assert.Equal(TimeSpan.FromSeconds(25), await WaitAsync());
        _bench.Time.Advance(TimeSpan.FromHours(8));
        Assert.Equal(TimeSpan.FromSeconds(60), await WaitAsync());

        // Back in front: at once, and quickly from there on.
        await _bench.Get<SyncSignal>().WaitAsync(TimeSpan.Zero, CancellationToken.None);
        presence.Came();
        Assert.True(_bench.Get<SyncSignal>().IsPrompted);
        Assert.InRange(await WaitAsync(), TimeSpan.FromSeconds(5), TimeSpan.FromSeconds(10));
    }

    [Fact]
    public void Presence_OneOfTwoScreensLeft_SomebodyLooksStill()
    {
        var presence = _bench.Get<Presence>();
        presence.Came();
        presence.Came();
        presence.Left();
        _bench.Time.Advance(TimeSpan.FromHours(1));
        Assert.Equal(TimeSpan.Zero, presence.Away);

        presence.Left();
        _bench.Time.Advance(TimeSpan.FromMinutes(1));
        Assert.Equal(TimeSpan.FromMinutes(1), presence.Away);
    }

    [Fact]
    public async Task NextWait_NothingToDo_IsAMinute()
    {
        await _bench.CycleAsync();

        Assert.Equal(TimeSpan.FromSeconds(60), await WaitAsync());
    }

    [Fact]
    public async Task NextWait_DiskFull_DoesNotSpin()
    {
        await _bench.CycleAsync();
        await _bench.CreateLinkAsync();
        _bench.Store.FailNext(CommitOutcome.DiskFull);
        await _bench.CycleAsync();

        Assert.Equal(TimeSpan.FromSeconds(5), await WaitAsync());
    }

    public void Dispose() => _bench.Dispose();

    private Task<TimeSpan> WaitAsync() => _bench.Get<SyncTimetable>().NextWaitAsync(CancellationToken.None);
}
