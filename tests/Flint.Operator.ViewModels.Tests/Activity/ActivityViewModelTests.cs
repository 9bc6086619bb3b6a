using Flint.Operator.Core.Activity;
using Flint.Operator.Core.Guide;
using Flint.Operator.ViewModels.Activity;

namespace Flint.Operator.ViewModels.Tests.Activity;

public sealed class ActivityViewModelTests : IDisposable
{
    private readonly ScreenBench _bench = new();

    private static CancellationToken None => CancellationToken.None;

    [Fact]
    public async Task Type_LetterByLetter_AsksOnceWhenItPauses()
    {
        await FillAsync("Deposit", "Dues");
        using var store = new HeldActivityStore(_bench.Sync.Get<IActivityStore>(), "never");
        using var screen = await OpenAsync(store);
        store.Texts.Clear();

        foreach (var text in new[] { "d", "de", "dep" })
        {
            screen.Type(text);
            _bench.Sync.Time.Advance(ActivityViewModel.TypingPause - TimeSpan.FromMilliseconds(1));
        }

        Assert.Empty(store.Texts);
        await NextAnswerAsync(screen, () => _bench.Sync.Time.Advance(TimeSpan.FromMilliseconds(1)));

        Assert.Equal(["dep"], store.Texts);
        Assert.Equal(["Deposit"], screen.Answer.Rows.Select(row => row.Title));
        Assert.Equal(1, screen.Answer.Count);
    }

    [Fact]
    public async Task Narrow_WhileASlowAnswerIsOut_TheLastQuestionWins()
    {
        await FillAsync("Deposit", "Dues");
        using var store = new HeldActivityStore(_bench.Sync.Get<IActivityStore>(), "dep");
        using var screen = await OpenAsync(store);

        var slow = screen.NarrowAsync(screen.Filter with { Text = "dep" });
        await store.AskedAsync();
        await screen.NarrowAsync(screen.Filter with { Text = "dues" });
        store.Release();
        await slow;

        Assert.Equal(["Dues"], screen.Answer.Rows.Select(row => row.Title));
        Assert.Equal("dues", screen.Answer.Filter.Text);
    }

    [Fact]
    public async Task LoadMore_UntilTheEnd_HasEveryRowOnce()
    {
        await FillAsync([.. Enumerable.Range(0, 120).Select(i => $"Link {i}")]);
        using var screen = await OpenAsync();
        Assert.Equal((50, 120, true), (screen.Answer.Rows.Count, screen.Answer.Count, screen.Answer.HasMore));
        Assert.IsType<ActivityItem.More>(screen.Answer.Items[^1]);

        await screen.LoadMoreCommand.ExecuteAsync(null);
        await screen.LoadMoreCommand.ExecuteAsync(null);
        await screen.LoadMoreCommand.ExecuteAsync(null);

        Assert.Equal(Enumerable.Range(0, 120).Reverse().Select(i => $"Link {i}"), screen.Answer.Rows.Select(row => row.Title));
        Assert.False(screen.Answer.HasMore);
        Assert.IsType<ActivityItem.OfRecord>(screen.Answer.Items[^1]);
    }

    [Fact]
    public async Task Commit_WhileALongListIsOpen_KeepsEveryRowThatWasScrolledTo()
    {
        await FillAsync([.. Enumerable.Range(0, 260).Select(i => $"Link {i}")]);
        using var screen = await OpenAsync();
        while (screen.Answer.HasMore)
        {
            await screen.LoadMoreCommand.ExecuteAsync(null);
        }

        await NextAnswerAsync(screen, () => _ = FillAsync("One more"));

        Assert.Equal(["One more", .. Enumerable.Range(0, 260).Reverse().Select(i => $"Link {i}")], screen.Answer.Rows.Select(row => row.Title));
        Assert.False(screen.Answer.HasMore);
    }

    [Fact]
    public async Task Narrow_ToOtherThings_BeginsAtTheTopAgain()
    {
        await FillAsync([.. Enumerable.Range(0, 120).Select(i => $"Link {i}")]);
        using var screen = await OpenAsync();
        await screen.LoadMoreCommand.ExecuteAsync(null);

        await screen.NarrowAsync(screen.Filter.Toggle(Surface.PaymentLink).Toggle(ActivityGroup.Waiting));

        Assert.Equal(50, screen.Answer.Rows.Count);
        Assert.True(screen.IsNarrowed);
        Assert.StartsWith("/activity.csv?surface=PaymentLink&states=Draft%2CWaitingToSend", screen.ExportAddress, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Items_OfSeveralDays_NameEachDayOnceByTheClockHere()
    {
        _bench.Sync.Time.SetLocalTimeZone(TimeZoneInfo.CreateCustomTimeZone("here", TimeSpan.FromHours(14), "here", "here"));
        await FillAsync("First", "Second");
        _bench.Sync.Time.Advance(TimeSpan.FromDays(1));
        await FillAsync("Third");
        using var screen = await OpenAsync();

        var today = screen.Today;
        Assert.Equal([today, today.AddDays(-1)], screen.Answer.Items.OfType<ActivityItem.OfDay>().Select(item => item.Day));
        Assert.Equal(5, screen.Answer.Items.Count);

        await screen.NarrowAsync(screen.Filter with { FirstDay = today, LastDay = today });
        Assert.Equal(["Third"], screen.Answer.Rows.Select(row => row.Title));
        await screen.NarrowAsync(screen.Filter with { FirstDay = null, LastDay = today.AddDays(-1) });
        Assert.Equal(["Second", "First"], screen.Answer.Rows.Select(row => row.Title));
    }

    [Fact]
    public void Groups_OfAllStates_HoldEachStateOnce() =>
        Assert.Equal(Enum.GetValues<Core.Sync.RecordState>(), Enum.GetValues<ActivityGroup>().SelectMany(ActivityGroups.States).Order());

    public void Dispose() => _bench.Dispose();

    private static async Task NextAnswerAsync(ActivityViewModel screen, Action act)
    {
        var answered = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        screen.PropertyChanged += (_, change) =>
        {
            if (change.PropertyName == nameof(ActivityViewModel.Answer))
            {
                answered.TrySetResult();
            }
        };
        act();
        await answered.Task.WaitAsync(TimeSpan.FromSeconds(30));
    }

    private async Task<ActivityViewModel> OpenAsync(IActivityStore? store = null)
    {
        var screen = store is null ? _bench.OpenPlain<ActivityViewModel>() : _bench.OpenPlain<ActivityViewModel>(store);
        await screen.LoadAsync(None);
        return screen;
    }

    private async Task FillAsync(params string[] titles)
    {
        foreach (var title in titles)
        {
            await _bench.Sync.CreateLinkAsync(title);
            _bench.Sync.Time.Advance(TimeSpan.FromMilliseconds(5));
        }
    }
}
