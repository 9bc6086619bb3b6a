using Flint.Operator.Core.PaymentLinks;
using Flint.Operator.Core.Sync;
using Flint.Operator.Core.Sync.Operations;
using Flint.Operator.Core.Validation;
using Flint.Operator.Testing.Api;
using Flint.Operator.Testing.Sync;
using Flint.Operator.ViewModels.PaymentLinks;

namespace Flint.Operator.ViewModels.Tests.PaymentLinks;

/// <summary>The form of a link, opened to change one.</summary>
public sealed class EditPaymentLinkTests : IDisposable
{
    private readonly ScreenBench _bench = new();

    [Fact]
    public async Task Save_LinkThatWaits_IsChangedInPlace()
    {
        _bench.Sync.Flint.IsDown = true;
        var lid = await _bench.Sync.CreateLinkAsync();
        var screen = await OpenAsync(lid);
        Assert.Equal(("Collect membership dues", "150.00", true), (screen.Title, screen.AmountText, screen.IsUnsent));

        (screen.Title, screen.AmountText) = ("Dues 2027", "160");
        await screen.SaveCommand.ExecuteAsync(null);

        Assert.Equal(lid, screen.SavedLid);
        var operation = Assert.Single(_bench.Sync.Store.Operations);
        Assert.Equal("Dues 2027", Assert.IsType<OperationIntent.CreatePaymentLink>(operation.Intent).Draft.Title);
    }

    [Fact]
    public async Task Save_LinkAtFlintWithoutANetwork_WaitsAsAnEdit()
    {
        var lid = await ReadyAsync();
        _bench.Sync.Flint.IsDown = true;
        var screen = await OpenAsync(lid);

        screen.Title = "Dues 2027";
        await screen.SaveCommand.ExecuteAsync(null);

        var link = (await _bench.Sync.LinkAsync(lid))!;
        Assert.Equal(("Dues 2027", "Collect membership dues"), (link.Title, link.Snapshot!.Title));
        Assert.Equal(OperationState.Ready, link.OpenEdit!.State);
    }

    [Fact]
    public async Task Load_EditThatWaits_ShowsWhatItWillBe()
    {
        var lid = await ReadyAsync();
        _bench.Sync.Flint.IsDown = true;
        await _bench.Sync.EditLinkAsync(lid, "Dues 2027", 16000);

        var screen = await OpenAsync(lid);

        Assert.Equal(("Dues 2027", "160.00"), (screen.Title, screen.AmountText));
    }

    [Fact]
    public async Task Save_SeveralPrices_LeavesTheAmountAlone()
    {
        var lid = await ReadyAsync();
        _bench.Sync.Flint.Change<PaymentLinkSnapshot>(_bench.Sync.Flint.Ledger[0].RemoteId, link => link with { Line = null, AmountMoney = null });
        await _bench.Sync.RunAsync(TimeSpan.FromMinutes(2));
        var screen = await OpenAsync(lid);
        Assert.True(screen.IsAmountFixed);

        screen.Title = "Dues 2027";
        await screen.SaveCommand.ExecuteAsync(null);

        Assert.Equal(lid, screen.SavedLid);
        Assert.Null((await _bench.Sync.LinkAsync(lid))!.AmountMoney);
    }

    [Fact]
    public async Task Save_BadAmount_NamesIt()
    {
        var screen = await OpenAsync(await ReadyAsync());

        screen.AmountText = "abc";
        await screen.SaveCommand.ExecuteAsync(null);

        Assert.Equal(FieldProblem.Unreadable, screen.ErrorFor("amount")?.Problem);
        Assert.Null(screen.SavedLid);
    }

    [Fact]
    public async Task Load_RefusedEdit_ShowsTheReasonAndCorrectsIt()
    {
        var lid = await ReadyAsync();
        _bench.Sync.Flint.Fail(FlintFault.Refused);
        await _bench.Sync.EditLinkAsync(lid, "Dues 2027");
        await _bench.Sync.CycleAsync();
        var screen = await OpenAsync(lid);
        Assert.Equal("VALIDATION_ERROR", screen.Refusal?.Code);

        screen.Title = "Dues 2028";
        await screen.SaveCommand.ExecuteAsync(null);
        await _bench.Sync.RunAsync(TimeSpan.FromMinutes(1));

        Assert.Equal("Dues 2028", ((PaymentLinkSnapshot)_bench.Sync.Flint.Ledger[0]).Title);
    }

    [Fact]
    public async Task Load_ConflictOrUnknown_CannotBeEdited()
    {
        Assert.True((await OpenAsync(await _bench.Sync.ConflictAsync())).CannotEdit);
        Assert.True((await OpenAsync("nowhere")).CannotEdit);
    }

    public void Dispose() => _bench.Dispose();

    private async Task<string> ReadyAsync()
    {
        var lid = await _bench.Sync.CreateLinkAsync();
        await _bench.Sync.CycleAsync();
        return lid;
    }

    private async Task<NewPaymentLinkViewModel> OpenAsync(string lid)
    {
        var screen = _bench.OpenPlain<NewPaymentLinkViewModel>();
        await screen.LoadForEditAsync(lid, CancellationToken.None);
        return screen;
    }
}
