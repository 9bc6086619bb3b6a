using AngleSharp.Dom;
using Bunit;
using Flint.Operator.Core.Account;
using Flint.Operator.Core.Settings;
using Flint.Operator.Core.Sync;
using Flint.Operator.Core.Sync.Outbox;
using Flint.Operator.Testing.Stores;
using Flint.Operator.UI.Settings;
using Microsoft.Extensions.DependencyInjection;

namespace Flint.Operator.UI.Tests.Settings;

public sealed class SettingsViewTests : ScreenTest
{
    private readonly InMemorySecretStore _secrets = new();

    [Fact]
    public void Key_Stored_IsSaidInWordsAndNeverShown()
    {
        var view = Open();

        var key = Field(view, "settings-key");
        Assert.Equal("password", key.GetAttribute("type"));
        Assert.Equal("", key.GetAttribute("value") ?? "");
        Assert.Contains("A key is stored on this device.", Description(view, key), StringComparison.Ordinal);
        Assert.DoesNotContain("flint_test_key", view.Markup, StringComparison.Ordinal);
    }

    [Fact]
    public void Key_None_SaysWhereToGetOne()
    {
        Bench.Connection.Use(new ApiConnection(ApiConnection.HostedAddress, null));
        var view = Open();

        Assert.Contains("From your Flint dashboard.", Description(view, Field(view, "settings-key")), StringComparison.Ordinal);
    }

    [Fact]
    public void Fields_GivenByTheEnvironment_AreDisabledWithTheReason()
    {
        var view = Open(Plain with { KeyIsGiven = true, AddressIsGiven = true });

        foreach (var field in new[] { Field(view, "settings-key"), Field(view, "settings-address") })
        {
            Assert.True(field.IsDisabled());
            Assert.Contains("Given by the environment of this run", Description(view, field), StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task SaveConnection_NewKey_IsKeptAndConfirmedPolitely()
    {
        var view = Open();
        await Field(view, "settings-key").InputAsync("flint_test_new");

        await SubmitAsync(view, "settings-save-connection");

        await view.WaitForAssertionAsync(() => Assert.Equal("Saved.", StatusBeside(view, "settings-save-connection")));
        Assert.Equal("flint_test_new", _secrets.Secrets[ConnectionOperations.KeyName]);
        Assert.Equal("", Field(view, "settings-key").GetAttribute("value") ?? "");
        Assert.DoesNotContain("flint_test_new", view.Markup, StringComparison.Ordinal);
    }

    [Fact]
    public async Task SaveConnection_InPractice_SaysThatItCountsFromTheNextStart()
    {
        var view = Open(Plain with { IsPractice = true });
        Assert.Contains("no money moves", view.Find(".practice").TextContent, StringComparison.Ordinal);
        await Field(view, "settings-key").InputAsync("flint_live_new");

        await SubmitAsync(view, "settings-save-connection");

        await view.WaitForAssertionAsync(() => Assert.Equal("Saved. It is used from the next start of the app.", StatusBeside(view, "settings-save-connection")));
    }

    [Theory]
    [InlineData("settings-key", "flint test", "A key has no spaces")]
    [InlineData("settings-address", "http://api.withflintpay.com", "starts with https://")]
    public async Task SaveConnection_BadField_SaysSoAtTheField(string testId, string text, string said)
    {
        var view = Open();
        await Field(view, testId).InputAsync(text);

        await SubmitAsync(view, "settings-save-connection");

        await view.WaitForAssertionAsync(() => Assert.Equal("true", Field(view, testId).GetAttribute("aria-invalid")));
        Assert.Contains(said, Description(view, Field(view, testId)), StringComparison.Ordinal);
        Assert.Empty(_secrets.Secrets);
    }

    [Fact]
    public async Task SaveCounter_GoodFields_AreKept()
    {
        var view = Open();
        await Field(view, "settings-operator").InputAsync("Maya");
        await Field(view, "settings-device").InputAsync("Stall");
        await Field(view, "settings-currency").ChangeAsync("JPY");
        await Field(view, "settings-maximum").InputAsync("50000");
        await Field(view, "settings-cents-first").ChangeAsync(false);

        await SubmitAsync(view, "settings-save-counter");

        await view.WaitForAssertionAsync(() => Assert.Equal("Saved.", StatusBeside(view, "settings-save-counter")));
        var saved = await Bench.Settings.LoadAsync(CancellationToken.None);
        Assert.Equal(("Maya", "Stall", "JPY", 50000, false), (saved.OperatorName, saved.DeviceName, saved.CurrencyCode, saved.MaximumMinor, saved.CentsFirst));
    }

    [Theory]
    [InlineData("settings-operator", " ", "Fill this in.")]
    [InlineData("settings-maximum", "abc", "Use digits")]
    [InlineData("settings-maximum", "0", "more than zero")]
    [InlineData("settings-maximum", "1.2345", "this currency has 2")]
    public async Task SaveCounter_BadField_SaysSoAtTheField(string testId, string text, string said)
    {
        var view = Open();
        await Field(view, testId).InputAsync(text);

        await SubmitAsync(view, "settings-save-counter");

        await view.WaitForAssertionAsync(() => Assert.Contains(said, Description(view, Field(view, testId)), StringComparison.Ordinal));
        Assert.Equal(OperatorSettings.Default, await Bench.Settings.LoadAsync(CancellationToken.None));
    }

    [Fact]
    public async Task Checkouts_LifeChosen_IsKeptAndSaidSo()
    {
        var view = Open();

        await Field(view, "settings-life-sent").ChangeAsync("43200");
        await Field(view, "settings-ask-after").ChangeAsync("900");

        await view.WaitForAssertionAsync(() => Assert.Contains("Saved.", view.FindAll("[role=status]").Select(status => status.TextContent)));
        var saved = await Bench.Settings.LoadAsync(CancellationToken.None);
        Assert.Equal((TimeSpan.FromMinutes(30), TimeSpan.FromHours(12), TimeSpan.FromMinutes(15)), (saved.InPersonSessionLife, saved.SentSessionLife, saved.AskAfter));
        Assert.Equal("43200", Field(view, "settings-life-sent").QuerySelector("option[selected]")?.GetAttribute("value") ?? Field(view, "settings-life-sent").GetAttribute("value"));
    }

    [Fact]
    public async Task SaveCounter_DiskFull_SaysThatNothingWasSaved()
    {
        var view = Open();
        Bench.Store.FailNext(CommitOutcome.DiskFull);

        await SubmitAsync(view, "settings-save-counter");

        await view.WaitForAssertionAsync(() => Assert.Contains("The disk is full: nothing was saved.", view.Find("[data-testid=error]").TextContent, StringComparison.Ordinal));
        Assert.Equal("", StatusBeside(view, "settings-save-counter"));
    }

    [Fact]
    public void Currencies_EachOne_HasItsCodeAndItsName()
    {
        var options = Open().FindAll("[data-testid=settings-currency] option").ToDictionary(option => option.GetAttribute("value")!, option => option.TextContent, StringComparer.Ordinal);

        Assert.Equal("USD · US Dollar", options["USD"]);
        Assert.Equal("KWD · Kuwaiti Dinar", options["KWD"]);
        Assert.True(options.Count > 140);
    }

    [Fact]
    public async Task Appearance_Chosen_IsAppliedAtOnce()
    {
        var view = Open();

        await view.Find("[data-testid=appearance-dark]").ChangeAsync("on");

        await view.WaitForAssertionAsync(() => Assert.True(view.Find("[data-testid=appearance-dark]").HasAttribute("checked")));
        Assert.Equal(Appearance.Dark, (await Bench.Settings.LoadAsync(CancellationToken.None)).Appearance);
    }

    [Fact]
    public async Task Appearance_DiskFull_GoesBackToWhatIsInForce()
    {
        var view = Open();
        Bench.Store.FailNext(CommitOutcome.DiskFull);

        await view.Find("[data-testid=appearance-dark]").ChangeAsync("on");

        await view.WaitForAssertionAsync(() => Assert.True(view.Find("[data-testid=appearance-system]").HasAttribute("checked")));
        Assert.NotNull(view.Find("[data-testid=error]"));
    }

    [Fact]
    public void About_Always_NamesVersionFolderAndLicences()
    {
        var about = Open().Find(".about").TextContent;

        Assert.Contains("0.1.0", about, StringComparison.Ordinal);
        Assert.Contains("/data", about, StringComparison.Ordinal);
        Assert.Contains("SIL Open Font License", about, StringComparison.Ordinal);
        Assert.Contains("Apache 2.0", about, StringComparison.Ordinal);
    }

    private static RunMode Plain => new(IsPractice: false, KeyIsGiven: false, AddressIsGiven: false, "/data", "0.1.0");

    private IRenderedComponent<SettingsView> Open(RunMode? mode = null)
    {
        Services.AddSingleton(mode ?? Plain);
        Services.AddSingleton(new ConnectionOperations(Bench.Settings, _secrets, Bench.Get<IOutboxStore>(), Bench.Connection, mode ?? Plain, Bench.Get<SyncSignal>()));
        return Render<SettingsView>();
    }

    private static IElement Field(IRenderedComponent<SettingsView> view, string testId) => view.Find($"[data-testid={testId}]");

    private static string Description(IRenderedComponent<SettingsView> view, IElement field) => view.Find($"#{field.GetAttribute("aria-describedby")}").TextContent;

    private static string StatusBeside(IRenderedComponent<SettingsView> view, string testId) => Field(view, testId).ParentElement!.QuerySelector("[role=status]")!.TextContent;

    private static Task SubmitAsync(IRenderedComponent<SettingsView> view, string testId) => Field(view, testId).Closest("form")!.SubmitAsync();
}
