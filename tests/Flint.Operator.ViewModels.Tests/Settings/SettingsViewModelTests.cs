using Flint.Operator.Core.Account;
using Flint.Operator.Core.Sync;
using Flint.Operator.Core.Validation;
using Flint.Operator.Testing.Stores;
using Flint.Operator.ViewModels.Settings;

namespace Flint.Operator.ViewModels.Tests.Settings;

public sealed class SettingsViewModelTests : IDisposable
{
    private static readonly RunMode Real = new(IsPractice: false, KeyIsGiven: false, AddressIsGiven: false, "/data", "0.1.0");

    private readonly ScreenBench _bench = new();
    private readonly InMemorySecretStore _secrets = new();

    [Fact]
    public async Task SaveConnection_NewKey_GoesToTheSecretStoreAndIsUsedAtOnce()
    {
        using var screen = await OpenAsync(Real);
        screen.NewApiKey = " flint_test_new ";

        await screen.SaveConnectionCommand.ExecuteAsync(null);

        Assert.Equal(SettingsPart.Connection, screen.Saved);
        Assert.Equal("flint_test_new", _secrets.Secrets[ConnectionOperations.KeyName]);
        Assert.Equal("flint_test_new", _bench.Sync.Connection.Current.ApiKey);
        Assert.Equal("", screen.NewApiKey);
    }

    [Fact]
    public async Task SaveConnection_InPractice_KeepsPractising()
    {
        using var screen = await OpenAsync(Real with { IsPractice = true });
        var before = _bench.Sync.Connection.Current;
        screen.NewApiKey = "flint_live_new";

        await screen.SaveConnectionCommand.ExecuteAsync(null);

        Assert.Equal("flint_live_new", _secrets.Secrets[ConnectionOperations.KeyName]);
        Assert.Same(before, _bench.Sync.Connection.Current);
    }

    [Theory]
    [InlineData("http://api.withflintpay.com")]
    [InlineData("not an address")]
    [InlineData("ftp://127.0.0.1")]
    [InlineData("https://user:pass@api.withflintpay.com")]
    public async Task SaveConnection_AddressThatIsNotHttps_IsRefused(string address)
    {
        using var screen = await OpenAsync(Real);
        screen.BaseAddress = address;
        screen.NewApiKey = "flint_test_new";

        await screen.SaveConnectionCommand.ExecuteAsync(null);

        Assert.Equal(FieldProblem.NotHttps, screen.ErrorFor("baseAddress")?.Problem);
        Assert.Empty(_secrets.Secrets);
    }

    [Fact]
    public async Task SaveConnection_KeyWithALineBreak_IsRefused()
    {
        using var screen = await OpenAsync(Real);
        screen.NewApiKey = "flint_test_a\nb";

        await screen.SaveConnectionCommand.ExecuteAsync(null);

        Assert.Equal(FieldProblem.Unreadable, screen.ErrorFor("apiKey")?.Problem);
        Assert.Empty(_secrets.Secrets);
    }

    [Theory]
    [InlineData("XYZ", "100", "currency")]
    [InlineData("USD", "abc", "maximum")]
    [InlineData("USD", "0", "maximum")]
    [InlineData("USD", "10000000", "maximum")]
    public async Task SaveCounter_BadField_NamesIt(string currency, string maximum, string field)
    {
        using var screen = await OpenAsync(Real);
        (screen.CurrencyCode, screen.MaximumText) = (currency, maximum);

        await screen.SaveCounterCommand.ExecuteAsync(null);

        Assert.NotNull(screen.ErrorFor(field));
        Assert.Null(screen.Saved);
    }

    [Fact]
    public async Task SaveCounter_GoodFields_AreLoadedAgain()
    {
        using var screen = await OpenAsync(Real);
        (screen.DeviceName, screen.OperatorName, screen.CurrencyCode, screen.CentsFirst, screen.MaximumText) = ("Stall", "Maya", "EUR", false, "500.00");
        await screen.SaveCounterCommand.ExecuteAsync(null);

        using var again = await OpenAsync(Real);

        Assert.Equal(("Stall", "Maya", "EUR", false, "500.00"), (again.DeviceName, again.OperatorName, again.CurrencyCode, again.CentsFirst, again.MaximumText));
    }

    [Fact]
    public async Task SaveCounter_DiskFull_SaysSo()
    {
        using var screen = await OpenAsync(Real);
        _bench.Sync.Store.FailNext(CommitOutcome.DiskFull);

        await screen.SaveCounterCommand.ExecuteAsync(null);

        Assert.Equal(new SaveOutcome.NotSaved(CommitOutcome.DiskFull), screen.Failure);
    }

    public void Dispose() => _bench.Dispose();

    private async Task<SettingsViewModel> OpenAsync(RunMode mode)
    {
        var screen = _bench.OpenPlain<SettingsViewModel>(_bench.ConnectionWith(_secrets, mode), mode);
        await screen.LoadAsync(CancellationToken.None);
        return screen;
    }
}
