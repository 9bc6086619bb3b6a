using Flint.Operator.Core.Activity;
using Flint.Operator.Core.Amounts;
using Flint.Operator.Core.Checkouts;
using Flint.Operator.Core.Guide;
using Flint.Operator.Core.PaymentLinks;
using Flint.Operator.Core.Sync;
using Flint.Operator.Core.Sync.Operations;
using Xunit;
using static Flint.Operator.Testing.Stores.StoreSamples;

namespace Flint.Operator.Testing.Stores;

/// <summary>What <see cref="IActivityStore"/> promises.</summary>
public abstract class ActivityStoreAcceptance : StoreAcceptance
{
    [Theory]
    [InlineData("150.00", "C,L")]
    [InlineData("150", "B,C,L")]
    [InlineData("$150.00", "C,L")]
    [InlineData("150,00", "C,L")]
    [InlineData("1500", "B")]
    [InlineData("1,500.00", "B")]
    [InlineData("1.500,00", "B")]
    [InlineData("١٥٠", "B,C,L")]
    [InlineData("2500", "Y")]
    [InlineData("dues", "L")]
    [InlineData("DUE", "L")]
    [InlineData("mem 150", "L")]
    [InlineData("150 mem", "L")]
    [InlineData("mem 151", "")]
    [InlineData("ues", "")]
    [InlineData("café", "C")]
    [InlineData("cafe", "C")]
    [InlineData("CAFÉ\u0301", "C")]
    [InlineData("会費", "Y")]
    [InlineData("費会", "")]
    [InlineData("M-17", "C")]
    [InlineData("M-1", "C")]
    [InlineData("17-M", "")]
    [InlineData("window seat", "C")]
    [InlineData("1001", "C")]
    [InlineData("fop_ord_9", "C")]
    [InlineData("ord_9", "C")]
    [InlineData("link_7", "L")]
    [InlineData("fop_op-b", "B")]
    [InlineData("usd", "B,C,L")]
    public async Task List_ByWhatWasTyped_FindsTheEntriesThatHoldIt(string text, string expected)
    {
        await FillAsync();

        Assert.Equal(expected, await NamesAsync(new ActivityQuery { Text = text }));
    }

    [Theory]
    [InlineData("\"")]
    [InlineData("dues\"")]
    [InlineData("\"dues")]
    [InlineData("* dues")]
    [InlineData("dues*")]
    [InlineData("-dues")]
    [InlineData("^dues")]
    [InlineData("(dues")]
    [InlineData("dues)")]
    [InlineData("'dues' --")]
    [InlineData("{dues}:")]
    [InlineData("dues + \\ % _")]
    [InlineData("\ud800dues")]
    [InlineData("\u0000dues")]
    public async Task List_BySigns_AreNoCommands(string text)
    {
        await FillAsync();

        Assert.Equal(text == "\"" ? "Y,L,C,B" : "L", await InOrderAsync(new ActivityQuery { Text = text }));
    }

    [Theory]
    [InlineData("NEAR(dues 150)")]
    [InlineData("dues NEAR 150")]
    [InlineData("dues AND 150")]
    [InlineData("dues OR café")]
    [InlineData("NOT dues")]
    [InlineData("words:dues")]
    [InlineData("rowid:1")]
    public async Task List_ByTheWordsOfAQueryLanguage_LooksForThoseWords(string text)
    {
        await FillAsync();

        Assert.Equal("", await NamesAsync(new ActivityQuery { Text = text }));
    }

    [Fact]
    public async Task List_ByAWholePastedPage_IsAnswered()
    {
        await FillAsync();

        Assert.Equal("", await NamesAsync(new ActivityQuery { Text = string.Concat(Enumerable.Repeat("lorem-ipsum \"dolor* ", 5_000)) }));
    }

    [Fact]
    public async Task List_PageByPage_IsNewestFirstAndComplete()
    {
        foreach (var i in Enumerable.Range(0, 25))
        {
            await CommitAsync(i % 3 == 0 ? AddOrder($"R{(i * 7) % 25:D2}") : AddLink($"R{(i * 7) % 25:D2}"));
        }

        foreach (var query in new[] { ActivityQuery.Everything, new ActivityQuery { Text = "usd" } })
        {
            List<string> seen = [];
            while (await Stores.Activity.ListAsync(query, Start, seen.LastOrDefault(), 4, None) is { Count: > 0 } page)
            {
                Assert.InRange(page.Count, 1, 4);
                seen.AddRange(page.Select(entry => entry.Lid));
            }

            Assert.Equal(Enumerable.Range(0, 25).Reverse().Select(i => $"R{i:D2}"), seen);
            Assert.Equal((25, 25, 10), (await CountAsync(query, 1000), await CountAsync(query, 25), await CountAsync(query, 10)));
        }
    }

    [Fact]
    public async Task List_AfterAnEntryThatIsNotThere_IsEmpty() =>
        Assert.Empty(await Stores.Activity.ListAsync(ActivityQuery.Everything, Start, "0", 4, None));

    [Fact]
    public async Task List_OfAnEntry_IsTheRecordItself()
    {
        await FillAsync();

        var found = await Stores.Activity.ListAsync(ActivityQuery.Everything, Start, null, 9, None);

        Same(await Stores.Links.FindAsync("L", None), found.OfType<ActivityEntry.OfLink>().Single(entry => entry.Lid == "L").Link);
        Same(await Stores.Checkouts.FindAsync("C", None), found.OfType<ActivityEntry.OfCheckout>().Single(entry => entry.Lid == "C").Checkout);
    }

    [Fact]
    public async Task List_BySurface_LeavesTheOtherOut()
    {
        await FillAsync();

        Assert.Equal("L,Y", await NamesAsync(new ActivityQuery { Surface = Surface.PaymentLink }));
        Assert.Equal("B,C", await NamesAsync(new ActivityQuery { Surface = Surface.CheckoutSession }));
        Assert.Equal("C", await NamesAsync(new ActivityQuery { Surface = Surface.CheckoutSession, Text = "150.00" }));
    }

    [Fact]
    public async Task List_ByOperatorAndDay_TakesWhatIsOfBoth()
    {
        await FillAsync();

        Assert.Equal("Y", await NamesAsync(new ActivityQuery { OperatorName = "Grace" }));
        Assert.Equal("", await NamesAsync(new ActivityQuery { OperatorName = "grace" }));
        Assert.Equal("Y", await NamesAsync(new ActivityQuery { From = Start.AddDays(1) }));
        Assert.Equal("B,C,L", await NamesAsync(new ActivityQuery { Until = Start.AddDays(1) }));
        Assert.Equal("B,C,L", await NamesAsync(new ActivityQuery { From = Start, Until = Start.AddTicks(1) }));
        Assert.Equal("", await NamesAsync(new ActivityQuery { From = Start.AddTicks(1), Until = Start.AddDays(1) }));
        Assert.Equal(["Ada", "Grace"], await Stores.Activity.ListOperatorsAsync(None));
    }

    [Fact]
    public async Task List_ByState_FollowsEveryMoveOfTheOperation()
    {
        await CommitAsync(AddLink("L"), CreateLink("op-l", "L"));
        Assert.Equal("L", await NamesAsync(new ActivityQuery { States = [RecordState.WaitingToSend, RecordState.Paid] }));

        foreach (var (state, word) in new[]
        {
            (OperationState.InFlight, RecordState.Sending), (OperationState.Unknown, RecordState.Checking),
            (OperationState.Refused, RecordState.RefusedNeedsYou), (OperationState.Dropped, RecordState.Cancelled),
        })
        {
            await MoveAsync("op-l", operation => operation with { State = state });
            Assert.Equal("L", await NamesAsync(new ActivityQuery { States = [word] }));
            Assert.Equal("", await NamesAsync(new ActivityQuery { States = [.. Enum.GetValues<RecordState>().Except([word])] }));
        }
    }

    [Fact]
    public async Task List_ByState_KnowsThatAPageEndsByItsClock()
    {
        await CommitAsync(AddOrder("C"), AddSession("S", "C"), CreateOrder("op-c", "C"), CreateSession("op-s", "S", "C", "op-c"));
        await CommitAsync(Put("C", OrderAt("ord_9")), Put("S", SessionAt("cs_9") with { PaymentAttemptStatus = null }));
        var end = Start.AddMinutes(30);

        Assert.Equal("C", await NamesAsync(new ActivityQuery { States = [RecordState.Ready] }, end.AddTicks(-1)));
        Assert.Equal("", await NamesAsync(new ActivityQuery { States = [RecordState.Expired] }, end.AddTicks(-1)));
        Assert.Equal("", await NamesAsync(new ActivityQuery { States = [RecordState.Ready] }, end));
        Assert.Equal("C", await NamesAsync(new ActivityQuery { States = [RecordState.Expired] }, end));

        await CommitAsync(Put("C", OrderAt("ord_9", 1, "paid")));
        Assert.Equal("C", await NamesAsync(new ActivityQuery { States = [RecordState.Paid] }, end.AddDays(1)));
    }

    [Fact]
    public async Task List_AfterAnEdit_FindsTheNewWordsAndNotTheOld()
    {
        await CommitAsync(AddLink("L"), CreateLink("op-l", "L"));
        await CommitAsync(new StoreChange.EditPaymentLink("L", new PaymentLinkDraft("Court hire", Usd(2_000))));
        Assert.Equal(("L", "", ""), (await NamesAsync(new ActivityQuery { Text = "court 20.00" }), await NamesAsync(new ActivityQuery { Text = "dues" }), await NamesAsync(new ActivityQuery { Text = "150" })));

        await CommitAsync(Put("L", LinkAt("link_1", title: "Court hire, summer")));
        Assert.Equal("L", await NamesAsync(new ActivityQuery { Text = "summer" }));

        // What was changed here counts before the API has confirmed it.
        var intent = new OperationIntent.UpdatePaymentLink(new PaymentLinkDraft("Pitch hire", Usd(15_000)), new PaymentLinkDraft("Court hire, summer", Usd(15_000)));
        await CommitAsync(new StoreChange.AddOperation(Creating("op-u", "L", intent)));
        Assert.Equal("L", await NamesAsync(new ActivityQuery { Text = "pitch" }));
    }

    [Fact]
    public async Task List_AfterARefusedCommit_IsAsBefore()
    {
        await CommitAsync(AddLink("L"), CreateLink("op-l", "L"));

        await RefuseAsync(AddLink("M", "Court hire"), AddLink("L"));

        Assert.Equal(("", "L"), (await NamesAsync(new ActivityQuery { Text = "court" }), await NamesAsync(ActivityQuery.Everything)));
    }

    [Fact]
    public async Task List_UnderAnotherAccount_ShowsNothingOfTheFirst()
    {
        await CommitAsync(AddLink("L"));
        await CommitAsync(new StoreChange.BindAccount(Account));
        Assert.Equal("L", await NamesAsync(new ActivityQuery { Text = "dues" }));

        await CommitAsync(new StoreChange.BindAccount(OtherAccount));
        await CommitAsync(AddLink("M"));

        Assert.Equal("M", await NamesAsync(new ActivityQuery { Text = "dues" }));
        Assert.Equal(1, await CountAsync(ActivityQuery.Everything, 9));
        Assert.Equal(["Ada"], await Stores.Activity.ListOperatorsAsync(None));
    }

    [Fact]
    public async Task ListTrails_OfACheckout_HoldsItsOrderAndItsSessionsAndNothingElse()
    {
        await CommitAsync(AddOrder("C"), AddSession("S", "C"), CreateOrder("op-c", "C"), CreateSession("op-s", "S", "C", "op-c"));
        await CommitAsync(AddLink("L"), CreateLink("op-l", "L"));
        await CommitAsync(
            new StoreChange.StartAttempt("op-c", 1, 0, "req-1", Start.AddSeconds(1)), new StoreChange.StartAttempt("op-l", 1, 0, "req-9", Start),
            new StoreChange.Audit(Start.AddSeconds(2), "op-c", "sync", "a"), new StoreChange.Audit(Start, "op-l", "sync", "b"), new StoreChange.Audit(Start, null, "sync", "c"));
        await CommitAsync(new StoreChange.EndAttempt("op-c", 1, "InDoubt", null, null, Start.AddSeconds(3)), new StoreChange.StartAttempt("op-c", 2, 0, "req-2", Start.AddSeconds(4)));

        var trails = await Stores.Activity.ListTrailsAsync("C", None);

        Assert.Equal(["op-c", "op-s"], trails.Select(trail => trail.Operation.Id));
        Same(await FindAsync("op-c"), trails[0].Operation);
        Same(
            new[] { new Attempt(1, Start.AddSeconds(1), Start.AddSeconds(3), "InDoubt", null, "req-1"), new Attempt(2, Start.AddSeconds(4), null, null, null, "req-2") },
            trails[0].Attempts.ToArray());
        Assert.Equal([new StoreChange.Audit(Start.AddSeconds(2), "op-c", "sync", "a")], trails[0].Audit);
        Assert.Equal((0, 0), (trails[1].Attempts.Count, trails[1].Audit.Count));
        Assert.Empty(await Stores.Activity.ListTrailsAsync("nowhere", None));
    }

    [Fact]
    public async Task List_OfRecordsMadeElsewhere_StandsWhereTheyWereMade()
    {
        await CommitAsync(AddLink("K5"));
        await CommitAsync(new StoreChange.AddRemote("K1", LinkAt("link_1", title: "Of the shop"), null, Start), new StoreChange.AddRemote("K3", OrderAt("ord_3"), null, Start));

        Assert.Equal("K5,K3,K1", await InOrderAsync(ActivityQuery.Everything));
        Assert.Equal("K1", await NamesAsync(new ActivityQuery { Text = "of the shop" }));
        Assert.Equal(["Ada"], await Stores.Activity.ListOperatorsAsync(None));
    }

    private async Task FillAsync()
    {
        await CommitAsync(AddLink("L"), CreateLink("op-l", "L"), Put("L", LinkAt("link_7")));
        await CommitAsync(new StoreChange.AddOrder("B", new CheckoutDraft { LineItems = [new LineItem("Booking", 1, Usd(150_000))] }, Start, "Ada"), CreateOrder("op-b", "B"));
        await CommitAsync(
            new StoreChange.AddOrder(
                "C", new CheckoutDraft { LineItems = [new LineItem("Breakfast at Café Ärger", 1, Usd(15_000))], Note = "Window-seat, please", CustomerReference = "M-17" }, Start, "Ada"),
            CreateOrder("op-c", "C"));
        await CommitAsync(Put("C", OrderAt("ord_9") with { TotalMoney = Usd(15_000) }));
        await CommitAsync(new StoreChange.AddPaymentLink("Y", new PaymentLinkDraft("年会費", new Money(2_500, Currency.Of("JPY"))), Start.AddDays(1), "Grace"));
    }

    private Task<int> CountAsync(ActivityQuery query, int most) => Stores.Activity.CountAsync(query, Start, most, None);

    private async Task<string> NamesAsync(ActivityQuery query, DateTimeOffset? now = null)
    {
        var found = await Stores.Activity.ListAsync(query, now ?? Start, null, 99, None);
        Assert.Equal(found.Count, await Stores.Activity.CountAsync(query, now ?? Start, 99, None));
        return string.Join(',', found.Select(entry => entry.Lid).Order(StringComparer.Ordinal));
    }

    private async Task<string> InOrderAsync(ActivityQuery query) =>
        string.Join(',', (await Stores.Activity.ListAsync(query, Start, null, 99, None)).Select(entry => entry.Lid));
}
