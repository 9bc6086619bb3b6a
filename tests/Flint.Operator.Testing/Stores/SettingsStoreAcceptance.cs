using Flint.Operator.Core.Settings;
using Flint.Operator.Core.Sync;
using Xunit;

namespace Flint.Operator.Testing.Stores;

/// <summary>What <see cref="ISettingsStore"/> promises.</summary>
public abstract class SettingsStoreAcceptance : StoreAcceptance
{
    [Fact]
    public async Task Load_NeverSaved_GivesTheDefaults() => Assert.Equal(OperatorSettings.Default, await Stores.Settings.LoadAsync(None));

    [Fact]
    public async Task Load_AfterSaves_GivesTheLast()
    {
        var settings = new OperatorSettings
        {
            DeviceName = "Van 2",
            OperatorName = "Grace",
            BaseAddress = "http://127.0.0.1:9/",
            CurrencyCode = "KWD",
            CentsFirst = false,
            MaximumMinor = 5,
            Appearance = Appearance.Dark,
            InPersonSessionLife = TimeSpan.FromSeconds(90),
            SentSessionLife = TimeSpan.FromHours(2),
            AskAfter = TimeSpan.FromMinutes(7),
        };

        Assert.Equal(CommitOutcome.Committed, await Stores.Settings.SaveAsync(settings with { BaseAddress = null }, None));
        Assert.Equal(CommitOutcome.Committed, await Stores.Settings.SaveAsync(settings, None));

        Assert.Equal(settings, await Stores.Settings.LoadAsync(None));
    }

    [Fact]
    public async Task Save_TellsTheScreensThatSomethingChanged()
    {
        var notices = 0;
        using var subscription = Stores.Feed.Subscribe(_ => notices++);

        await Stores.Settings.SaveAsync(OperatorSettings.Default with { OperatorName = "Grace" }, None);

        Assert.Equal(1, notices);
    }
}
