using Flint.Operator.Core.Account;
using Flint.Operator.Core.Sync;
using Flint.Operator.Core.Sync.Operations;
using Flint.Operator.Core.Validation;
using Flint.Operator.Testing.Stores;
using Flint.Operator.ViewModels.Settings;

namespace Flint.Operator.ViewModels.Tests.Settings;

public sealed class ConnectionViewModelTests : IDisposable
{
    private static readonly RunMode Real = new(IsPractice: false, KeyIsGiven: false, AddressIsGiven: false, "/data", "0.1.0");

    private readonly ScreenBench _bench = new();
    private readonly InMemorySecretStore _secrets = new();

    [Fact]
    public async Task Save_NewKey_GoesToTheSecretStoreAndIsUsedAtOnce()
    {
        using var screen = await OpenAsync(Real);
        screen.NewApiKey = " flint_test_new ";

        await screen.SaveCommand.ExecuteAsync(null);

        Assert.Equal(ConnectionDeed.Saved, screen.Done);
        Assert.Equal("flint_test_new", _secrets.Secrets[ConnectionOperations.KeyName]);
        Assert.Equal("flint_test_new", _bench.Sync.Connection.Current.ApiKey);
        Assert.Equal("", screen.NewApiKey);
    }

    [Fact]
    public async Task Save_InPractice_KeepsPractising()
    {
        using var screen = await OpenAsync(Real with { IsPractice = true });
        var before = _bench.Sync.Connection.Current;
        screen.NewApiKey = "flint_live_new";

        await screen.SaveCommand.ExecuteAsync(null);

        Assert.Equal("flint_live_new", _secrets.Secrets[ConnectionOperations.KeyName]);
        Assert.Same(before, _bench.Sync.Connection.Current);
    }

    [Theory]
    [InlineData("http://api.withflintpay.com")]
    [InlineData("not an address")]
    [InlineData("ftp://127.0.0.1")]
    [InlineData("https://user:pass@api.withflintpay.com")]
    public async Task Save_AddressThatIsNotHttps_IsRefused(string address)
    {
        using var screen = await OpenAsync(Real);
        screen.BaseAddress = address;
        screen.NewApiKey = "flint_test_new";

        await screen.SaveCommand.ExecuteAsync(null);

        Assert.Equal(FieldProblem.NotHttps, screen.ErrorFor("baseAddress")?.Problem);
        Assert.Empty(_secrets.Secrets);
    }

    [Fact]
    public async Task Save_KeyWithALineBreak_IsRefused()
    {
        using var screen = await OpenAsync(Real);
        screen.NewApiKey = "flint_test_a\nb";

        await screen.SaveCommand.ExecuteAsync(null);

        Assert.Equal(FieldProblem.Unreadable, screen.ErrorFor("apiKey")?.Problem);
        Assert.Empty(_secrets.Secrets);
    }

    [Fact]
    public async Task Save_AnotherKeyWhileSomethingWaits_AsksFirstAndChangesNothing()
    {
        var before = await WaitAsync();
        using var screen = await OpenAsync(Real);
        screen.NewApiKey = "flint_test_new";

        await screen.SaveCommand.ExecuteAsync(null);

        Assert.Equal(new Leaving(1, "mer_1", IsSignOut: false), screen.Leaving);
        Assert.Null(screen.Done);
        Assert.Same(before, _bench.Sync.Connection.Current);
        Assert.Empty(_secrets.Secrets);
    }

    [Theory]
    [InlineData("")]
    [InlineData("LEAVING")]
    public async Task Leave_NotTheWord_StaysAndSaysSo(string typed)
    {
        await WaitAsync();
        using var screen = await OpenAsync(Real);
        screen.NewApiKey = "flint_test_new";
        await screen.SaveCommand.ExecuteAsync(null);
        screen.Confirmation = typed;

        await screen.LeaveCommand.ExecuteAsync("LEAVE");

        Assert.True(screen.IsWordWrong);
        Assert.NotNull(screen.Leaving);
        Assert.Empty(_secrets.Secrets);
    }

    [Fact]
    public async Task Leave_TheWord_ChangesTheKeyAndKeepsWhatWaits()
    {
        await WaitAsync();
        using var screen = await OpenAsync(Real);
        screen.NewApiKey = "flint_test_new";
        await screen.SaveCommand.ExecuteAsync(null);
        screen.Confirmation = " leave ";

        await screen.LeaveCommand.ExecuteAsync("LEAVE");

        Assert.Null(screen.Leaving);
        Assert.Equal(ConnectionDeed.Saved, screen.Done);
        Assert.Equal("flint_test_new", _bench.Sync.Connection.Current.ApiKey);
        Assert.Equal(OperationState.Ready, _bench.Sync.Store.Operations[^1].State);
        Assert.Equal("mer_1", _bench.Sync.Store.Operations[^1].Account?.MerchantId);
    }

    [Fact]
    public async Task Stay_AfterTheQuestion_PutsTheFormBackAsItWas()
    {
        await WaitAsync();
        using var screen = await OpenAsync(Real);
        (screen.NewApiKey, screen.BaseAddress) = ("flint_test_new", "https://elsewhere.example");
        await screen.SaveCommand.ExecuteAsync(null);

        await screen.StayCommand.ExecuteAsync(null);

        Assert.Null(screen.Leaving);
        Assert.Equal(("", ""), (screen.NewApiKey, screen.BaseAddress));
    }

    [Fact]
    public async Task SignOut_WhileSomethingWaits_AsksFirstThenForgetsTheKeyOnly()
    {
        await WaitAsync();
        _secrets.Secrets[ConnectionOperations.KeyName] = "flint_test_key";
        using var screen = await OpenAsync(Real);

        await screen.SignOutCommand.ExecuteAsync(null);
        Assert.Equal(new Leaving(1, "mer_1", IsSignOut: true), screen.Leaving);
        Assert.Single(_secrets.Secrets);
        screen.Confirmation = "LEAVE";
        await screen.LeaveCommand.ExecuteAsync("LEAVE");

        Assert.Equal(ConnectionDeed.KeyRemoved, screen.Done);
        Assert.False(screen.HasKey);
        Assert.Empty(_secrets.Secrets);
        Assert.False(_bench.Sync.Store.Operations[^1].IsFinal);
    }

    public void Dispose() => _bench.Dispose();

    // One link is at the API, so the account is known; the second one waits.
    private async Task<ApiConnection> WaitAsync()
    {
        await _bench.Sync.CreateLinkAsync();
        await _bench.Sync.CycleAsync();
        _bench.Sync.Flint.IsDown = true;
        await _bench.Sync.CreateLinkAsync("Waits");
        return _bench.Sync.Connection.Current;
    }

    private async Task<ConnectionViewModel> OpenAsync(RunMode mode)
    {
        var screen = _bench.OpenPlain<ConnectionViewModel>(_bench.ConnectionWith(_secrets, mode), mode);
        await screen.LoadAsync(CancellationToken.None);
        return screen;
    }
}
