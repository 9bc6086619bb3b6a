using Flint.Operator.Core.Guide;
using Flint.Operator.Core.Sync;
using Flint.Operator.Core.Sync.Connections;
using Flint.Operator.ViewModels.Collect;
using Flint.Operator.ViewModels.Records;
using Flint.Operator.ViewModels.Shell;

namespace Flint.Operator.ViewModels.Tests.Collect;

public sealed class CollectViewModelTests : IDisposable
{
    private readonly ScreenBench _bench = new();

    [Fact]
    public async Task Load_NewestFirst_OfBothSurfaces()
    {
        await _bench.Sync.CreateLinkAsync();
        _bench.Sync.Time.Advance(TimeSpan.FromSeconds(1));
        await _bench.Sync.ChargeAsync();
        using var screen = _bench.OpenPlain<CollectViewModel>(_bench.Lists);
        await screen.LoadAsync(CancellationToken.None);

        Assert.Equal([Surface.CheckoutSession, Surface.PaymentLink], screen.Recent.Select(row => row.Surface));
        Assert.Equal(1, screen.Recent[0].MoreLines);
        Assert.Empty(screen.Shelf);
    }

    [Fact]
    public async Task Load_ReadyLinks_StandOnTheShelfAndRowsAreWatched()
    {
        var lid = await _bench.Sync.CreateLinkAsync();
        await _bench.Sync.CycleAsync();
        using var screen = _bench.OpenPlain<CollectViewModel>(_bench.Lists);
        await screen.LoadAsync(CancellationToken.None);

        Assert.Equal(lid, Assert.Single(screen.Shelf).Lid);
        Assert.Equal(_bench.Sync.Time.GetUtcNow(), screen.ShelfSeenAt);
        Assert.Equal([lid], _bench.Sync.Get<WatchList>().Lids);
    }

    [Fact]
    public async Task Shell_CountsWhatWaitsAndJudgesTheConnectionByRequests()
    {
        _bench.Sync.Flint.IsDown = true;
        await _bench.Sync.ChargeAsync();
        using var shell = _bench.OpenPlain<ShellViewModel>();
        await shell.LoadAsync(CancellationToken.None);
        Assert.Equal((2, Connectivity.Offline, true), (shell.Outbox.Waiting, shell.Status.Connectivity, shell.IsTest));

        _bench.Sync.Flint.IsDown = false;
        await _bench.Sync.CycleAsync();

        Assert.Equal(Connectivity.Online, shell.Status.Connectivity);
    }

    [Fact]
    public async Task List_LoadMore_GoesOnAfterTheLastRow()
    {
        for (var i = 0; i < RecordLists.PageSize + 3; i++)
        {
            await _bench.Sync.CreateLinkAsync($"Link {i}");
            _bench.Sync.Time.Advance(TimeSpan.FromMilliseconds(2));
        }

        using var list = _bench.OpenPlain<RecordListViewModel>(_bench.Lists);
        await list.LoadAsync(Surface.PaymentLink, CancellationToken.None);
        Assert.Equal((RecordLists.PageSize, true), (list.Rows.Count, list.HasMore));

        await list.LoadMoreCommand.ExecuteAsync(null);

        Assert.Equal((RecordLists.PageSize + 3, false), (list.Rows.Count, list.HasMore));
        Assert.Equal(list.Rows.Count, list.Rows.Select(row => row.Lid).Distinct().Count());
        Assert.Equal("Link 0", list.Rows[^1].Title);
    }

    public void Dispose() => _bench.Dispose();
}
