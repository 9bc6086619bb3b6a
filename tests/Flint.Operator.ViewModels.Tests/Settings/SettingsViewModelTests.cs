using Flint.Operator.Core.Account;
using Flint.Operator.Core.Sync;
using Flint.Operator.ViewModels.Settings;

namespace Flint.Operator.ViewModels.Tests.Settings;

public sealed class SettingsViewModelTests : IDisposable
{
    private static readonly RunMode Real = new(IsPractice: false, KeyIsGiven: false, AddressIsGiven: false, "/data", "0.1.0");

    private readonly ScreenBench _bench = new();

    [Theory]
    [InlineData("XYZ", "100", "currency")]
    [InlineData("USD", "abc", "maximum")]
    [InlineData("USD", "0", "maximum")]
    [InlineData("USD", "10000000", "maximum")]
    public async Task SaveCounter_BadField_NamesIt(string currency, string maximum, string field)
    {
        var screen = await OpenAsync(Real);
        (screen.CurrencyCode, screen.MaximumText) = (currency, maximum);

        await screen.SaveCounterCommand.ExecuteAsync(null);

        Assert.NotNull(screen.ErrorFor(field));
        Assert.Null(screen.Saved);
    }

    [Fact]
    public async Task Checkouts_EachChoice_IsKeptBesideTheOthers()
    {
        var screen = await OpenAsync(Real);
        await screen.SetInPersonLifeCommand.ExecuteAsync(TimeSpan.FromMinutes(5));
        await screen.SetSentLifeCommand.ExecuteAsync(TimeSpan.FromHours(2));
        await screen.SetAskAfterCommand.ExecuteAsync(TimeSpan.FromMinutes(10));
        Assert.Equal(SettingsPart.Checkouts, screen.Saved);

        var again = await OpenAsync(Real);

        Assert.Equal(((TimeSpan.FromMinutes(5), TimeSpan.FromHours(2)), TimeSpan.FromMinutes(10)), (again.SessionLife, again.AskAfter));
    }

    [Fact]
    public async Task SaveCounter_GoodFields_AreLoadedAgain()
    {
        var screen = await OpenAsync(Real);
        (screen.DeviceName, screen.OperatorName, screen.CurrencyCode, screen.CentsFirst, screen.MaximumText) = ("Stall", "Maya", "EUR", false, "500.00");
        await screen.SaveCounterCommand.ExecuteAsync(null);

        var again = await OpenAsync(Real);

        Assert.Equal(("Stall", "Maya", "EUR", false, "500.00"), (again.DeviceName, again.OperatorName, again.CurrencyCode, again.CentsFirst, again.MaximumText));
    }

    [Fact]
    public async Task SaveCounter_DiskFull_SaysSo()
    {
        var screen = await OpenAsync(Real);
        _bench.Sync.Store.FailNext(CommitOutcome.DiskFull);

        await screen.SaveCounterCommand.ExecuteAsync(null);

        Assert.Equal(new SaveOutcome.NotSaved(CommitOutcome.DiskFull), screen.Failure);
    }

    public void Dispose() => _bench.Dispose();

    private async Task<SettingsViewModel> OpenAsync(RunMode mode)
    {
        var screen = _bench.OpenPlain<SettingsViewModel>(mode);
        await screen.LoadAsync(CancellationToken.None);
        return screen;
    }
}
