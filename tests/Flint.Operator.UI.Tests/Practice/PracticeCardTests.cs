using Bunit;
using Flint.Operator.Core.Account;
using Flint.Operator.Core.Practice;
using Flint.Operator.Core.Sync;
using Flint.Operator.Core.Sync.Outbox;
using Flint.Operator.Testing.Stores;
using Flint.Operator.UI.Practice;
using Flint.Operator.UI.Settings;
using Microsoft.Extensions.DependencyInjection;

namespace Flint.Operator.UI.Tests.Practice;

public sealed class PracticeCardTests : ScreenTest
{
    private static readonly RunMode Real = new(IsPractice: false, KeyIsGiven: false, AddressIsGiven: false, "/data", "0.1.0");

    [Theory]
    [InlineData(true, 1)]
    [InlineData(false, 0)]
    public void Settings_ShowTheCardInPracticeOnly(bool isPractice, int cards)
    {
        var mode = Real with { IsPractice = isPractice };
        Services.AddSingleton(mode);
        Services.AddSingleton(new ConnectionOperations(Bench.Settings, new InMemorySecretStore(), Bench.Get<IOutboxStore>(), Bench.Connection, mode, Bench.Get<SyncSignal>()));

        Assert.Equal(cards, Render<SettingsView>().FindAll("[data-testid=practice]").Count);
    }

    [Fact]
    public void Choices_AreNamedInAnOperatorsWords()
    {
        var labels = Render<PracticeCard>().FindAll(".condition b").Select(label => label.TextContent);

        Assert.Equal(["Everything fine", "No network", "Slow network", "Replies get lost", "Busy server", "Wi-Fi asks to sign in", "Lists lag", "Wrong clock", "A bad day"], labels);
    }

    [Fact]
    public async Task Choose_Condition_PutsItInForceAndSaysWhatIsActive()
    {
        var card = Render<PracticeCard>();
        Assert.Equal("Now: Everything fine", Now(card));

        await card.Find("[data-testid=practice-lost-replies]").ChangeAsync(true);

        Assert.Equal(PracticeCondition.LostReplies, Room.Condition);
        await card.WaitForAssertionAsync(() => Assert.Equal("Now: Replies get lost", Now(card)));
        Assert.True(card.Find("[data-testid=practice-lost-replies]").HasAttribute("checked"));
        Assert.False(card.Find("[data-testid=practice-fine]").HasAttribute("checked"));
    }

    [Fact]
    public void Faults_SetFromOutside_AreSaidAndNoChoiceIsMarked()
    {
        Room.Condition = PracticeCondition.SetByHand;
        var card = Render<PracticeCard>();

        Assert.Equal("Now: faults set over the practice API", Now(card));
        Assert.Empty(card.FindAll("input[checked]"));
    }

    [Fact]
    public async Task StartOver_IsAskedFirst_AndCanBeTakenBack()
    {
        var card = Render<PracticeCard>();
        await card.Find("[data-testid=practice-over]").ClickAsync();
        Assert.False(Room.StartsOver);

        await card.Find("[data-testid=practice-over-yes]").ClickAsync();
        Assert.True(Room.StartsOver);
        await card.WaitForAssertionAsync(() => Assert.Contains("next time the app starts", card.Find("[data-testid=practice-starts-over]").TextContent, StringComparison.Ordinal));

        await card.Find("[data-testid=practice-keep]").ClickAsync();
        Assert.False(Room.StartsOver);
        await card.WaitForAssertionAsync(() => Assert.NotEmpty(card.FindAll("[data-testid=practice-over]")));
    }

    [Fact]
    public async Task StartOver_DiskFull_SaysThatNothingChanges()
    {
        Room.IsDiskFull = true;
        var card = Render<PracticeCard>();
        await card.Find("[data-testid=practice-over]").ClickAsync();
        await card.Find("[data-testid=practice-over-yes]").ClickAsync();

        await card.WaitForAssertionAsync(() => Assert.Contains("nothing changes", card.Find("[data-testid=error]").TextContent, StringComparison.Ordinal));
    }

    [Fact]
    public async Task Choose_NetworkDoesNotComeBack_SaysWhatToDo()
    {
        Room.Condition = PracticeCondition.NoNetwork;
        Room.IsStuck = true;
        var card = Render<PracticeCard>();

        await card.Find("[data-testid=practice-fine]").ChangeAsync(true);

        await card.WaitForAssertionAsync(() => Assert.Contains("Start the app again", card.Find("[data-testid=error]").TextContent, StringComparison.Ordinal));
        Assert.Equal("Now: No network", Now(card));
    }

    private static string Now(IRenderedComponent<PracticeCard> card) => card.Find("[data-testid=practice-now]").TextContent.Trim();
}
