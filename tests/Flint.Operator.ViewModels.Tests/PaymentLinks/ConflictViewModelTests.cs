using System.Globalization;
using Flint.Operator.Core.PaymentLinks;
using Flint.Operator.Core.Sync;
using Flint.Operator.Testing.Sync;
using Flint.Operator.ViewModels.PaymentLinks;

namespace Flint.Operator.ViewModels.Tests.PaymentLinks;

public sealed class ConflictViewModelTests : IDisposable
{
    private readonly ScreenBench _bench = new();

    [Fact]
    public async Task Load_BothFieldsCollide_TellsTheThreeValuesOfEach()
    {
        using var screen = await OpenAsync(await _bench.Sync.ConflictAsync());

        Assert.Equal(
            [
                ("title", "Collect membership dues", "Dues, mine", "Dues, theirs"),
                ("amount", "15000", "16000", "17000"),
            ],
            screen.Fields.Select(field => (field.Name, Said(field, field.Before), Said(field, field.Mine), Said(field, field.Theirs))));

        static string Said(ConflictField field, PaymentLinkDraft link) => field.Name == "title" ? link.Title : link.AmountMoney!.Minor.ToString(CultureInfo.InvariantCulture);
    }

    [Fact]
    public async Task Load_FlintWentBackMeanwhile_StillTellsWhatWasChangedHere()
    {
        var lid = await _bench.Sync.ConflictAsync();
        _bench.Sync.Flint.Change<PaymentLinkSnapshot>(_bench.Sync.Flint.Ledger[0].RemoteId, link => link with { Title = "Collect membership dues", AmountMoney = link.AmountMoney! with { Minor = 15000 } });
        await _bench.Sync.RunAsync(TimeSpan.FromMinutes(2));

        using var screen = await OpenAsync(lid);

        Assert.Equal(["title", "amount"], screen.Fields.Select(field => field.Name));
    }

    [Fact]
    public async Task Load_NoConflict_IsEmpty()
    {
        using var screen = await OpenAsync(await _bench.Sync.CreateLinkAsync());

        Assert.Empty(screen.Fields);
    }

    [Theory]
    [InlineData(true, "Dues, mine")]
    [InlineData(false, "Dues, theirs")]
    public async Task Settle_OneOfThem_CountsAndEmptiesThePanel(bool mineWins, string title)
    {
        var lid = await _bench.Sync.ConflictAsync();
        using var screen = await OpenAsync(lid);

        await screen.SettleCommand.ExecuteAsync(mineWins);
        await screen.LoadAsync(lid, CancellationToken.None);

        Assert.Null(screen.Failure);
        Assert.Empty(screen.Fields);
        Assert.Equal(title, (await _bench.Sync.LinkAsync(lid))!.Title);
    }

    [Fact]
    public async Task Settle_DiskFull_SaysSoAndKeepsTheQuestion()
    {
        using var screen = await OpenAsync(await _bench.Sync.ConflictAsync());
        _bench.Sync.Store.FailNext(CommitOutcome.DiskFull);

        await screen.SettleCommand.ExecuteAsync(true);

        Assert.Equal(new SaveOutcome.NotSaved(CommitOutcome.DiskFull), screen.Failure);
        Assert.Equal(2, screen.Fields.Count);
    }

    public void Dispose() => _bench.Dispose();

    private async Task<ConflictViewModel> OpenAsync(string lid)
    {
        var screen = _bench.OpenPlain<ConflictViewModel>();
        await screen.LoadAsync(lid, CancellationToken.None);
        return screen;
    }
}
