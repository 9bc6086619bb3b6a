using Flint.Operator.Core.Amounts;
using Flint.Operator.Core.Sync;
using Flint.Operator.Core.Sync.Operations;
using Flint.Operator.ViewModels.Checkouts;

namespace Flint.Operator.ViewModels.Tests.Checkouts;

/// <summary>A checkout that has not left this device: changed, cancelled, renewed.</summary>
public sealed class ChangeCheckoutTests : IDisposable
{
    private readonly ScreenBench _bench = new();

    [Fact]
    public async Task Save_NeverSent_ChangesTheOrderInPlace()
    {
        _bench.Sync.Flint.IsDown = true;
        var lid = await _bench.Sync.ChargeAsync();
        var screen = await OpenAsync(lid);
        Assert.Equal(["Event registration", "T-shirt, M"], screen.Lines.Select(line => line.Name));

        screen.RemoveLineCommand.Execute(1);
        screen.Extras.Note = "Without the shirt";
        await screen.ChargeCommand.ExecuteAsync(null);

        Assert.Equal(lid, screen.SavedLid);
        Assert.Equal(2, _bench.Sync.Store.Operations.Count);
        var order = (await _bench.Sync.CheckoutAsync(lid)).Order;
        Assert.Equal((new Money(15000, Currency.Of("USD")), "Without the shirt"), (order.TotalMoney, order.Draft.Note));
    }

    [Fact]
    public async Task Load_SentMeanwhile_SaysTooLate()
    {
        var lid = await _bench.Sync.ChargeAsync();
        await _bench.Sync.CycleAsync();

        var screen = await OpenAsync(lid);

        Assert.IsType<SaveOutcome.TooLate>(screen.Failure);
        Assert.Empty(screen.Lines);
    }

    [Fact]
    public async Task Save_SentWhileTheFormWasOpen_SaysTooLateAndChangesNothing()
    {
        var lid = await _bench.Sync.ChargeAsync();
        var screen = await OpenAsync(lid);
        await _bench.Sync.CycleAsync();

        screen.RemoveLineCommand.Execute(1);
        await screen.ChargeCommand.ExecuteAsync(null);

        Assert.IsType<SaveOutcome.TooLate>(screen.Failure);
        Assert.Equal(20100, (await _bench.Sync.CheckoutAsync(lid)).Order.TotalMoney.Minor);
    }

    [Fact]
    public async Task Detail_NeverSent_CanBeChangedAndCancelled()
    {
        _bench.Sync.Flint.IsDown = true;
        var lid = await _bench.Sync.ChargeAsync();
        using var detail = await OpenDetailAsync(lid);
        Assert.Equal((true, true), (detail.CanChange, detail.CanCancel));

        await detail.CloseCommand.ExecuteAsync(null);

        Assert.Null(detail.Failure);
        Assert.All(_bench.Sync.Store.Operations, operation => Assert.Equal(OperationState.Cancelled, operation.State));
    }

    [Fact]
    public async Task Detail_OnceAtFlint_CanNeitherBeChangedNorCancelled()
    {
        var lid = await _bench.Sync.ChargeAsync();
        await _bench.Sync.CycleAsync();
        using var detail = await OpenDetailAsync(lid);

        Assert.Equal((false, false), (detail.CanChange, detail.CanCancel));
    }

    [Fact]
    public async Task Detail_ExpiredWithoutANetwork_RenewsAndTheNewOneCanBeCancelled()
    {
        var lid = await _bench.Sync.ChargeAsync();
        await _bench.Sync.CycleAsync();
        _bench.Sync.Flint.IsDown = true;
        _bench.Sync.Time.Advance(TimeSpan.FromMinutes(31));
        using var detail = await OpenDetailAsync(lid);
        Assert.Equal(("expired", true), (detail.Page!.StateWord, detail.CanRenew));

        await detail.RenewCommand.ExecuteAsync(null);
        await detail.LoadAsync(lid, CancellationToken.None);
        Assert.Equal((true, false, true, false), (detail.IsRenewing, detail.CanRenew, detail.CanCancel, detail.CanChange));

        await detail.CloseCommand.ExecuteAsync(null);
        await detail.LoadAsync(lid, CancellationToken.None);
        Assert.Equal(("expired", false), (detail.Page!.StateWord, detail.IsRenewing));
    }

    public void Dispose() => _bench.Dispose();

    private async Task<NewCheckoutViewModel> OpenAsync(string lid)
    {
        var screen = _bench.OpenPlain<NewCheckoutViewModel>();
        await screen.LoadForChangeAsync(new ChargeNames("Sale", "Discount"), lid, CancellationToken.None);
        return screen;
    }

    private async Task<CheckoutViewModel> OpenDetailAsync(string lid)
    {
        var detail = _bench.OpenPlain<CheckoutViewModel>(_bench.Scopes);
        await detail.LoadAsync(lid, CancellationToken.None);
        return detail;
    }
}
