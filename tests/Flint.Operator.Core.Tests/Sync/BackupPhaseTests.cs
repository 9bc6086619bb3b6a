using Flint.Operator.Core.Sync;
using Flint.Operator.Core.Sync.Backups;
using Flint.Operator.Testing.Sync;

namespace Flint.Operator.Core.Tests.Sync;

public sealed class BackupPhaseTests : IDisposable
{
    private readonly SyncBench _bench = new();

    [Fact]
    public async Task Run_NothingWaits_TakesNone()
    {
        await RunAsync();

        Assert.Equal(0, _bench.Backups.Tries);
    }

    [Fact]
    public async Task Run_WhileSomethingWaits_TakesOneAnHour()
    {
        await WaitForTheNetworkAsync();
        for (var minute = 0; minute < 180; minute++)
        {
            await RunAsync();
            _bench.Time.Advance(TimeSpan.FromMinutes(1));
        }

        Assert.Equal(3, _bench.Backups.Tries);
    }

    [Fact]
    public async Task Run_EverythingSent_TakesNoMore()
    {
        await WaitForTheNetworkAsync();
        await RunAsync();
        _bench.Flint.IsDown = false;
        Assert.NotNull(await _bench.RunAsync(TimeSpan.FromMinutes(2)));
        _bench.Time.Advance(TimeSpan.FromHours(3));
        await RunAsync();

        Assert.Equal(1, _bench.Backups.Tries);
    }

    [Theory]
    [InlineData(BackupOutcome.DiskFull)]
    [InlineData(BackupOutcome.NotWritable)]
    [InlineData(BackupOutcome.Damaged)]
    public async Task Run_ThatFails_IsTriedAgainNextHour(BackupOutcome failure)
    {
        await WaitForTheNetworkAsync();
        _bench.Backups.FailNext(failure);
        await RunAsync();
        _bench.Time.Advance(TimeSpan.FromMinutes(59));
        await RunAsync();
        Assert.Equal(1, _bench.Backups.Tries);
        Assert.Null(await _bench.Backups.FindNewestAsync(CancellationToken.None));

        _bench.Time.Advance(TimeSpan.FromMinutes(1));
        await RunAsync();

        Assert.Equal(_bench.Time.GetUtcNow(), await _bench.Backups.FindNewestAsync(CancellationToken.None));
    }

    [Fact]
    public async Task Run_AfterARestart_GoesOnWhereTheLastRunStopped()
    {
        await WaitForTheNetworkAsync();
        await RunAsync();
        _bench.Time.Advance(TimeSpan.FromMinutes(30));
        _bench.Restart();
        await RunAsync();
        Assert.Equal(1, _bench.Backups.Tries);

        _bench.Time.Advance(TimeSpan.FromMinutes(30));
        await RunAsync();

        Assert.Equal(2, _bench.Backups.Tries);
    }

    [Fact]
    public async Task Loop_OnAFullDisk_TriesAndSendsAllTheSame()
    {
        using var stop = new CancellationTokenSource();
        var tried = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        var sent = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        _bench.Backups.FailNext(BackupOutcome.DiskFull);
        _bench.Backups.Tried = tried.SetResult;
        await WaitForTheNetworkAsync();
        using var subscription = _bench.Feed.Subscribe(_ =>
        {
            if (_bench.Flint.Ledger.Count > 0)
            {
                sent.TrySetResult();
            }
        });

        var loop = _bench.Get<SyncLoop>().RunAsync(stop.Token);
        await tried.Task.WaitAsync(TimeSpan.FromSeconds(20), TestContext.Current.CancellationToken);
        _bench.Flint.IsDown = false;
        _bench.Time.Advance(TimeSpan.FromSeconds(10));
        _bench.Get<SyncSignal>().Prompt();
        await sent.Task.WaitAsync(TimeSpan.FromSeconds(20), TestContext.Current.CancellationToken);
        await stop.CancelAsync();
        await loop;

        Assert.Single(_bench.Flint.Ledger);
    }

    public void Dispose() => _bench.Dispose();

    private Task RunAsync() => _bench.Get<BackupPhase>().RunAsync(CancellationToken.None);

    private async Task WaitForTheNetworkAsync()
    {
        _bench.Flint.IsDown = true;
        await _bench.CreateLinkAsync();
    }
}
