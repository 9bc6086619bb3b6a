using Flint.Operator.Core.Amounts;
using Flint.Operator.Core.Checkouts;
using Flint.Operator.Core.Sync;
using Flint.Operator.Testing.Stores;
using Flint.Operator.ViewModels.PaymentLinks;

namespace Flint.Operator.ViewModels.Tests.PaymentLinks;

public sealed class LinkUsesViewModelTests : IDisposable
{
    private readonly ScreenBench _bench = new();

    [Fact]
    public async Task Load_BoughtTwicePaidOnce_ListsBothAndSumsWhatWasPaid()
    {
        Buy("1", StoreSamples.Usd(16_500));
        Buy("2", StoreSamples.Usd(0));
        Buy("3", StoreSamples.Usd(900), link: "pl_other");
        await _bench.Sync.RunAsync(TimeSpan.FromMinutes(2));

        using var screen = await OpenAsync();

        Assert.Equal(2, screen.Count);
        Assert.Equal(["$165.00", "$165.00"], screen.Rows.Select(row => row.Amount));
        Assert.Equal("$165.00", screen.Paid);
    }

    [Fact]
    public async Task Load_NobodyYet_HasNoSum()
    {
        using var screen = await OpenAsync();

        Assert.True(screen.IsLoaded);
        Assert.Equal((0, null), (screen.Count, screen.Paid));
    }

    [Fact]
    public async Task Open_WhileABuyerPays_ShowsIt()
    {
        using var screen = await OpenAsync();
        var shown = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        screen.PropertyChanged += (_, _) =>
        {
            if (screen.Count > 0)
            {
                shown.TrySetResult();
            }
        };

        Buy("1", StoreSamples.Usd(16_500));
        await _bench.Sync.RunAsync(TimeSpan.FromMinutes(2));

        await shown.Task.WaitAsync(TimeSpan.FromSeconds(20), TestContext.Current.CancellationToken);
    }

    public void Dispose() => _bench.Dispose();

    private void Buy(string name, Money paid, string link = "pl_1")
    {
        _bench.Sync.Flint.Add(StoreSamples.OrderAt("ord_" + name) with { Reference = null, UpdatedAt = null, PaidMoney = paid });
        _bench.Sync.Flint.Add(StoreSamples.SessionAt("cs_" + name) with { Reference = null, UpdatedAt = null, OrderId = "ord_" + name, PaymentLinkId = link });
    }

    private async Task<LinkUsesViewModel> OpenAsync()
    {
        var screen = _bench.OpenPlain<LinkUsesViewModel>();
        await screen.LoadAsync("pl_1", CancellationToken.None);
        return screen;
    }
}
