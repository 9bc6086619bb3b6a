using Flint.Operator.Core.Sync;
using Flint.Operator.Core.Validation;
using Flint.Operator.Testing.Api;
using Flint.Operator.ViewModels.PaymentLinks;

namespace Flint.Operator.ViewModels.Tests.PaymentLinks;

public sealed class NewPaymentLinkViewModelTests : IDisposable
{
    private readonly ScreenBench _bench = new();

    [Fact]
    public async Task Save_TitleAndAmount_IsDurableAndNamed()
    {
        var screen = await OpenAsync("Collect membership dues", "150.00");

        await screen.SaveCommand.ExecuteAsync(null);

        var link = await _bench.Sync.LinkAsync(screen.SavedLid!);
        Assert.Equal(("Collect membership dues", 15000L), (link!.Title, link.AmountMoney!.Minor));
        Assert.Empty(screen.Errors);
    }

    [Theory]
    [InlineData("", "150", "title", FieldProblem.Required)]
    [InlineData("Dues", "", "amount", FieldProblem.Required)]
    [InlineData("Dues", "abc", "amount", FieldProblem.Unreadable)]
    [InlineData("Dues", "1.500", "amount", FieldProblem.Unreadable)]
    [InlineData("Dues", "1.2345", "amount", FieldProblem.TooManyDecimals)]
    [InlineData("Dues", "0", "amount", FieldProblem.NotPositive)]
    [InlineData("Dues", "-5", "amount", FieldProblem.Unreadable)]
    [InlineData("Dues", "1000000", "amount", FieldProblem.TooLarge)]
    public async Task Save_BadField_NamesItAndWritesNothing(string title, string amount, string field, FieldProblem problem)
    {
        var screen = await OpenAsync(title, amount);

        await screen.SaveCommand.ExecuteAsync(null);

        Assert.Equal(problem, screen.ErrorFor(field)?.Problem);
        Assert.Null(screen.SavedLid);
        Assert.Empty(_bench.Sync.Store.Operations);
    }

    [Fact]
    public async Task Save_BothFieldsBad_NamesBoth()
    {
        var screen = await OpenAsync("", "abc");

        await screen.SaveCommand.ExecuteAsync(null);

        Assert.Equal(["title", "amount"], screen.Errors.Select(error => error.Field));
    }

    [Fact]
    public async Task Save_DiskFull_SaysSoAndKeepsWhatWasTyped()
    {
        var screen = await OpenAsync("Dues", "5");
        _bench.Sync.Store.FailNext(CommitOutcome.DiskFull);

        await screen.SaveCommand.ExecuteAsync(null);

        Assert.Equal(new SaveOutcome.NotSaved(CommitOutcome.DiskFull), screen.Failure);
        Assert.Equal(("Dues", "5"), (screen.Title, screen.AmountText));
        Assert.Empty(_bench.Sync.Store.Operations);
    }

    [Fact]
    public async Task Load_RefusedOperation_ShowsTheReasonAndCorrectsIt()
    {
        _bench.Sync.Flint.Fail(FlintFault.Refused);
        var lid = await _bench.Sync.CreateLinkAsync("Wrong");
        await _bench.Sync.CycleAsync();
        var screen = _bench.OpenPlain<NewPaymentLinkViewModel>();
        await screen.LoadAsync(_bench.Sync.Store.Operations.Single().Id, null, CancellationToken.None);
        Assert.Equal(("Wrong", "150.00", "VALIDATION_ERROR"), (screen.Title, screen.AmountText, screen.Refusal!.Code));

        screen.Title = "Right";
        await screen.SaveCommand.ExecuteAsync(null);
        await _bench.Sync.CycleAsync();

        Assert.Equal(lid, screen.SavedLid);
        Assert.Equal("Right", (await _bench.Sync.LinkAsync(lid))!.Snapshot!.Title);
    }

    public void Dispose() => _bench.Dispose();

    private async Task<NewPaymentLinkViewModel> OpenAsync(string title, string amount)
    {
        var screen = _bench.OpenPlain<NewPaymentLinkViewModel>();
        await screen.LoadAsync(null, null, CancellationToken.None);
        (screen.Title, screen.AmountText) = (title, amount);
        return screen;
    }
}
