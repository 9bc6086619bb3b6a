using Bunit;
using Flint.Operator.Core.Account;
using Flint.Operator.Core.Sync;
using Flint.Operator.Core.Sync.Connections;
using Flint.Operator.Core.Sync.Outbox;
using Flint.Operator.Testing.Stores;
using Flint.Operator.UI.Settings;
using Flint.Operator.UI.Shell;
using Microsoft.Extensions.DependencyInjection;

namespace Flint.Operator.UI.Tests.Settings;

public sealed class ConnectionStateTests : ScreenTest
{
    private static readonly AccountIdentity Test = new("mer_1", "sandbox", "test_1");

    [Fact]
    public void Online_Identified_NamesAccountModeAndWhenItWasHeard()
    {
        var said = Say(new ConnectionStatus(Connectivity.Online, null, Test, Bench.Time.GetUtcNow().AddSeconds(-20)));

        Assert.Equal("Connected|mer_1, test|https://api.withflintpay.com · last heard 20 s ago", said);
    }

    [Fact]
    public void Online_LiveAccount_SaysLive() =>
        Assert.Contains("mer_1, live", Say(new ConnectionStatus(Connectivity.Online, null, Test with { Environment = "live" }, null)), StringComparison.Ordinal);

    [Fact]
    public void Offline_NeverHeard_SaysSo()
    {
        var said = Say(ConnectionStatus.Unheard);

        Assert.StartsWith("Not reachable|No request gets through.", said, StringComparison.Ordinal);
        Assert.EndsWith("not heard since the app started", said, StringComparison.Ordinal);
    }

    [Fact]
    public void Limited_Always_SpeaksOfWhatStandsBetween() =>
        Assert.Contains("a sign-in page of the Wi-Fi", Say(new ConnectionStatus(Connectivity.Limited, null, null, null)), StringComparison.Ordinal);

    [Fact]
    public void Paused_NoKey_SaysWhatToDo() =>
        Assert.StartsWith("No API key yet|Enter the key below.", Say(Paused(new AccountPause.NoKey())), StringComparison.Ordinal);

    [Fact]
    public void Online_RightMissing_NamesItAndWhatToDo()
    {
        var status = new ConnectionStatus(Connectivity.Online, null, Test, null) { Rights = KeyRights.Of(["commerce.orders.write", "checkouts.checkout_sessions.write"]) };

        Assert.StartsWith("Connected, but the key lacks a right|mer_1, test|The key is good but lacks a right: checkouts.payment_links.write.", Say(status), StringComparison.Ordinal);
    }

    [Fact]
    public void Online_SomethingWaitsForAnotherAccount_IsCounted()
    {
        var shell = new ShellStatus(true, "online", 3, null, null, "system", null) { OfAnotherAccount = 2 };

        var view = Render<ConnectionState>(p => p.Add(v => v.Status, new ConnectionStatus(Connectivity.Online, null, Test, null)).Add(v => v.ConnectedTo, "https://api.withflintpay.com").AddCascadingValue(shell));

        Assert.Contains("2 in the outbox were made for another account and wait until a key of that account is entered.", view.Markup, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("INVALID_API_KEY", "mistyped, cut off")]
    [InlineData("API_KEY_NOT_FOUND", "mistyped, cut off")]
    [InlineData("API_KEY_EXPIRED", "good once")]
    [InlineData("API_KEY_REVOKED", "good once")]
    [InlineData("API_KEY_MODE_MISMATCH", "the other way round")]
    [InlineData("API_KEY_SANDBOX_UNAVAILABLE", "sandbox of this test key")]
    [InlineData("MERCHANT_PROCESSING_RESTRICTED", "not the key")]
    [InlineData("INSUFFICIENT_SCOPE", "lacks a right that this needs")]
    public void Paused_KeyRefused_GivesTheCodeTheReasonAndTheAdvice(string code, string advice)
    {
        var said = Say(Paused(new AccountPause.KeyRefused(new ApiProblem { Status = 401, Code = code, Message = "No." })));

        Assert.StartsWith($"Flint refused the key|{code}: No.|", said, StringComparison.Ordinal);
        Assert.Contains(advice, said, StringComparison.Ordinal);
        Assert.Contains("Nothing is lost meanwhile.", said, StringComparison.Ordinal);
    }

    [Fact]
    public void Paused_ScopesMissing_NamesThem() =>
        Assert.Contains(
            "lacks a right: commerce.orders.write, commerce.orders.read.",
            Say(Paused(new AccountPause.KeyRefused(new ApiProblem { Status = 403, Code = "INSUFFICIENT_SCOPE", MissingScopes = ["commerce.orders.write", "commerce.orders.read"] }))),
            StringComparison.Ordinal);

    [Fact]
    public async Task Settings_ConnectionChanges_AreSeenWithoutATap()
    {
        Services.AddSingleton(new ConnectionOperations(Bench.Settings, new InMemorySecretStore(), Bench.Get<IOutboxStore>(), Bench.Connection, new RunMode(false, false, false, "/data", "0.1.0"), Bench.Get<SyncSignal>()));
        var view = Render<SettingsView>();
        Assert.Contains("Not reachable", view.Find("[data-testid=connection-status]").TextContent, StringComparison.Ordinal);

        await Bench.CycleAsync();

        await view.WaitForAssertionAsync(() => Assert.Contains("Connected", view.Find("[data-testid=connection-status]").TextContent, StringComparison.Ordinal));
        Bench.Time.Advance(TimeSpan.FromMinutes(2));
        await view.WaitForAssertionAsync(() => Assert.Contains("last heard 2 min ago", view.Find("[data-testid=connection-status]").TextContent, StringComparison.Ordinal));
    }

    private static ConnectionStatus Paused(AccountPause pause) => new(Connectivity.Online, pause, null, null);

    private string Say(ConnectionStatus status)
    {
        var view = Render<ConnectionState>(p => p.Add(v => v.Status, status).Add(v => v.ConnectedTo, "https://api.withflintpay.com"));
        return string.Join('|', view.FindAll(".words b, .words p").Select(line => line.TextContent));
    }
}
