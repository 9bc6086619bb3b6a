using Flint.Operator.Core.Sync;
using Flint.Operator.Core.Sync.Connections;
using Flint.Operator.Core.Sync.Operations;
using Flint.Operator.Core.Sync.Push;
using Xunit;
using static Flint.Operator.Testing.Stores.StoreSamples;

namespace Flint.Operator.Testing.Stores;

/// <summary>What <see cref="IOperatorStore"/> promises about the rows of operations.</summary>
public abstract class OperationAcceptance : StoreAcceptance
{
    private static readonly WireRequest Wire = new("POST", "/v1/payment-links", "{\"name\":\"Dues\"}"u8.ToArray());

    [Fact]
    public async Task Operation_WithEveryMember_IsReadBackWhole()
    {
        var moment = new Moment(Start.AddTicks(7), Start.AddSeconds(1), TimeSpan.FromTicks(123_456_789), "run-2", WallIsBehind: true);
        var full = Creating("B", "L1", new OperationIntent.CreatePaymentLink(Link()), OperationState.Looking, null, "A") with
        {
            Position = 41,
            Account = Account,
            Generation = 3,
            KeyBorn = moment,
            Wire = Wire,
            Attempts = 4,
            Sent = 3,
            AwaitsUrl = true,
            Failures = 2,
            Doubt = new Doubt(DoubtReason.KeyNotUsable, moment, 2, moment, moment with { Server = null }, TimeSpan.FromSeconds(2)),
            Backoff = new Pause(moment, TimeSpan.FromMilliseconds(1500)),
            Problem = new ApiProblem { Status = 409, Code = "X", Details = [new ApiProblemDetail("Y", "why", "line_items[0].name")], MissingScopes = ["orders:write"], IsRetryable = false },
            ReleasedByPerson = true,
            Hold = HoldReason.RestoredBackup,
            SettledAt = Start.AddMinutes(9),
            Revision = 9,
        };
        AssertNoMemberIsLeftOut(full);
        await CommitAsync(AddLink("L1"), CreateLink("A", "L1"), new StoreChange.AddOperation(full));

        Same(full, await FindAsync("B"));
    }

    [Fact]
    public async Task Operation_OfEveryIntent_IsReadBack()
    {
        OperationIntent[] ofSession = [new OperationIntent.CreateCheckoutSession("O1", TimeSpan.FromHours(24), "S0"), new OperationIntent.CloseCheckoutSession()];
        var operations = ofSession.Select((intent, i) => Creating($"S{i}", "S1", intent, aggregate: "O1") with { Position = i + 1 })
            .Append(Creating("O", "O1", new OperationIntent.CreateOrder(Charge())) with { Position = 3 })
            .Append(Creating("L", "L1", new OperationIntent.SetPaymentLinkActive(IsActive: false)) with { Position = 4 })
            .ToList();
        await CommitAsync([AddOrder("O1"), AddSession("S1", "O1"), AddLink("L1"), .. operations.Select(o => new StoreChange.AddOperation(o))]);

        Same(operations, await Stores.Operator.LoadOpenAsync(None));
    }

    [Fact]
    public async Task Update_FromTheStoredRevision_RaisesIt()
    {
        await CommitAsync(AddLink("L1"), CreateLink("A", "L1"));
        var before = await FindAsync("A");

        await MoveAsync("A", o => o with { State = OperationState.InFlight, Wire = Wire, Attempts = 1, Sent = 1 });

        Same(before with { State = OperationState.InFlight, Wire = Wire, Attempts = 1, Sent = 1, Revision = 1 }, await FindAsync("A"));
    }

    [Fact]
    public async Task Update_FromAnOlderRevision_IsStaleAndWritesNothing()
    {
        await CommitAsync(AddLink("L1"), CreateLink("A", "L1"));
        var old = await FindAsync("A");
        await MoveAsync("A", o => o with { Failures = 1 });

        var outcome = await TryAsync(AddLink("L2"), new StoreChange.UpdateOperation(old with { State = OperationState.Cancelled }));

        Assert.Equal(CommitOutcome.Stale, outcome);
        Assert.Equal(OperationState.Ready, (await FindAsync("A")).State);
        Assert.Null(await Stores.Links.FindAsync("L2", None));
    }

    [Fact]
    public async Task Update_TooLateForAnEdit_IsStaleAndNoBug()
    {
        await CommitAsync(AddLink("L1"), CreateLink("A", "L1"));
        var old = await FindAsync("A");
        await CommitAsync(Put("L1", LinkAt("link_1")), new StoreChange.UpdateOperation(old with { State = OperationState.Done }));

        Assert.Equal(CommitOutcome.Stale, await TryAsync(new StoreChange.EditPaymentLink("L1", Link("Late")), new StoreChange.UpdateOperation(old)));
    }

    [Fact]
    public async Task Update_OfWhatIsNotThere_IsRefused() =>
        await RefuseAsync(new StoreChange.UpdateOperation(Creating("A", "L1", new OperationIntent.CreatePaymentLink(Link()))));

    [Fact]
    public async Task Update_OfAFinalState_IsRefused()
    {
        await CommitAsync(AddLink("L1"), CreateLink("A", "L1"));
        await MoveAsync("A", o => o with { State = OperationState.Cancelled });

        await RefuseAsync(new StoreChange.UpdateOperation((await FindAsync("A")) with { State = OperationState.Ready }));
    }

    [Fact]
    public async Task Update_OfSentBytes_IsRefused()
    {
        await CommitAsync(AddLink("L1"), CreateLink("A", "L1"));
        await MoveAsync("A", o => o with { Wire = Wire });
        var sent = await FindAsync("A");

        await RefuseAsync(new StoreChange.UpdateOperation(sent with { Wire = Wire with { Body = "{}"u8.ToArray() } }));
        await RefuseAsync(new StoreChange.UpdateOperation(sent with { Wire = null }));
        Assert.Equal(Wire, (await FindAsync("A")).Wire);
    }

    [Fact]
    public async Task Update_DoneCreateWithoutRemoteId_IsRefused()
    {
        await CommitAsync(AddLink("L1"), CreateLink("A", "L1"));

        await RefuseAsync(new StoreChange.UpdateOperation((await FindAsync("A")) with { State = OperationState.Done }));
    }

    [Fact]
    public async Task Update_WithoutAccount_KeepsTheStoredOne()
    {
        await CommitAsync(AddLink("L1"), CreateLink("A", "L1"));
        var unbound = await FindAsync("A");
        await CommitAsync(new StoreChange.BindAccount(Account));

        await CommitAsync(new StoreChange.UpdateOperation(unbound with { Failures = 1 }));

        Assert.Equal(Account, (await FindAsync("A")).Account);
    }

    [Fact]
    public async Task Position_Zero_TakesTheNextPlace()
    {
        await CommitAsync(AddLink("L1"), CreateLink("A", "L1"), CreateLink("B", "L1"));
        var third = Creating("C", "L1", new OperationIntent.CreatePaymentLink(Link()));
        await CommitAsync(new StoreChange.AddOperation(third with { Position = 1 }), CreateLink("D", "L1"));

        Assert.Equal([("A", 1L), ("C", 1L), ("B", 2L), ("D", 3L)], (await Stores.Operator.LoadOpenAsync(None)).Select(o => (o.Id, o.Position)));
    }

    [Fact]
    public async Task LoadOpen_FinalOnes_AreLeftOut()
    {
        await CommitAsync(AddLink("L1"), CreateLink("A", "L1"), CreateLink("B", "L1"));
        await MoveAsync("A", o => o with { State = OperationState.Cancelled });

        Assert.Equal(["B"], (await Stores.Operator.LoadOpenAsync(None)).Select(o => o.Id));
    }

    // Sync reads them several times a cycle, so a store may keep them: whatever changes a row must be seen the next time.
    [Fact]
    public async Task LoadOpen_AfterEveryKindOfChange_SaysWhatTheRowsSay()
    {
        await CommitAsync(AddOrder("O1"), AddSession("S1", "O1"), AddSession("S2", "O1"), CreateOrder("A", "O1"), CreateSession("B", "S1", "O1", "A"), CreateSession("X", "S2", "O1"));
        Assert.All(await Stores.Operator.LoadOpenAsync(None), o => Assert.Null(o.Account));

        await CommitAsync(new StoreChange.BindAccount(Account));
        Assert.All(await Stores.Operator.LoadOpenAsync(None), o => Assert.Equal(Account, o.Account));

        await MoveAsync("X", o => o with { Failures = 3 });
        Assert.Equal(3, (await Stores.Operator.LoadOpenAsync(None)).Single(o => o.Id == "X").Failures);

        var corrected = Creating("C", "O1", new OperationIntent.CreateOrder(Charge("Corrected")));
        await CommitAsync(new StoreChange.AddOperation(corrected, "A"), new StoreChange.UpdateOperation((await FindAsync("A")) with { State = OperationState.Superseded }));
        Assert.Equal(["C"], (await Stores.Operator.LoadOpenAsync(None)).Single(o => o.Id == "B").Needs);

        await CommitAsync(Put("O1", OrderAt("order_1")), new StoreChange.UpdateOperation((await FindAsync("C")) with { State = OperationState.Done }), new StoreChange.ReleaseDependants("C", Start));
        Assert.Equal([("X", OperationState.Ready), ("B", OperationState.Ready)], (await Stores.Operator.LoadOpenAsync(None)).Select(o => (o.Id, o.State)).OrderByDescending(o => o.Id));
    }

    [Fact]
    public async Task Release_LastNeedDone_MakesDependantsReady()
    {
        await CommitAsync(AddLink("L1"), AddLink("L2"), CreateLink("A", "L1"), CreateLink("B", "L2"), CreateLink("C", "L1", OperationState.Waiting, "A", "B"));
        await CommitAsync(Put("L1", LinkAt("link_1")), new StoreChange.UpdateOperation((await FindAsync("A")) with { State = OperationState.Done }), new StoreChange.ReleaseDependants("A", Start));
        Assert.Equal((OperationState.Waiting, 0L), ((await FindAsync("C")).State, (await FindAsync("C")).Revision));

        await CommitAsync(new StoreChange.ReleaseDependants("B", Start), Put("L2", LinkAt("link_2")), new StoreChange.UpdateOperation((await FindAsync("B")) with { State = OperationState.Done }));
        Assert.Equal((OperationState.Ready, 1L), ((await FindAsync("C")).State, (await FindAsync("C")).Revision));
    }

    [Fact]
    public async Task Add_WaitingForWhatIsDoneMeanwhile_IsReadyAtOnce()
    {
        await CommitAsync(AddLink("L1"), CreateLink("A", "L1"), Put("L1", LinkAt("link_1")));
        await MoveAsync("A", o => o with { State = OperationState.Done });

        await CommitAsync(CreateLink("C", "L1", OperationState.Waiting, "A"));

        Assert.Equal(OperationState.Ready, (await FindAsync("C")).State);
    }

    [Theory]
    [InlineData(OperationState.Superseded)]
    [InlineData(OperationState.Dropped)]
    [InlineData(OperationState.Cancelled)]
    public async Task Add_WaitingForWhatWillNeverBeDone_IsStaleAndWritesNothing(OperationState end)
    {
        await CommitAsync(AddLink("L1"), AddLink("L2"), CreateLink("A", "L1"));
        await MoveAsync("A", o => o with { State = end });

        Assert.Equal(CommitOutcome.Stale, await Stores.Operator.CommitAsync([CreateLink("C", "L2", OperationState.Waiting, "A")], None));

        Assert.Null(await Stores.Operator.FindOperationAsync("C", None));
    }

    [Fact]
    public async Task End_WhileAnotherOneWaitsForIt_IsStaleUntilThatOneEndsToo()
    {
        await CommitAsync(AddLink("L1"), CreateLink("A", "L1"), CreateLink("C", "L1", OperationState.Waiting, "A"));
        var cancelled = new StoreChange.UpdateOperation((await FindAsync("A")) with { State = OperationState.Cancelled });

        Assert.Equal(CommitOutcome.Stale, await Stores.Operator.CommitAsync([cancelled], None));
        Assert.Equal(OperationState.Ready, (await FindAsync("A")).State);

        await CommitAsync(cancelled, new StoreChange.UpdateOperation((await FindAsync("C")) with { State = OperationState.Cancelled }));
        Assert.Empty(await Stores.Operator.LoadOpenAsync(None));
    }

    [Fact]
    public async Task Release_OfOneInDoubt_IsLookedForFirst()
    {
        await CommitAsync(AddLink("L1"), CreateLink("A", "L1"), CreateLink("C", "L1", OperationState.Waiting, "A"));
        await MoveAsync("C", o => o with { Doubt = new Doubt(DoubtReason.KeyNotUsable, o.KeyBorn) });

        await CommitAsync(Put("L1", LinkAt("link_1")), new StoreChange.UpdateOperation((await FindAsync("A")) with { State = OperationState.Done }), new StoreChange.ReleaseDependants("A", Start));

        Assert.Equal(OperationState.Unknown, (await FindAsync("C")).State);
    }

    [Fact]
    public async Task Supersede_DependantsOfTheOldOne_NeedTheNewOne()
    {
        await CommitAsync(AddOrder("O1"), AddSession("S1", "O1"), CreateOrder("A", "O1"), CreateSession("B", "S1", "O1", "A"));
        var refused = (await FindAsync("A")) with { State = OperationState.Superseded };
        var corrected = Creating("C", "O1", new OperationIntent.CreateOrder(Charge("Corrected"))) with { Position = refused.Position };

        await CommitAsync(new StoreChange.EditOrder("O1", Charge("Corrected")), new StoreChange.AddOperation(corrected, "A"), new StoreChange.UpdateOperation(refused));

        Assert.Equal(["C"], (await FindAsync("B")).Needs);
        Assert.Equal("C", (await Stores.Checkouts.FindAsync("O1", None))!.Order.Creation!.Id);
        Assert.Equal(["C", "B"], (await Stores.Operator.LoadOpenAsync(None)).Select(o => o.Id));
    }

    [Fact]
    public async Task Update_ToAnotherRecordOrIntent_IsRefused()
    {
        await CommitAsync(AddLink("L1"), AddLink("L2"), CreateLink("A", "L1"));
        var stored = await FindAsync("A");

        await RefuseAsync(new StoreChange.UpdateOperation(stored with { Lid = "L2" }));
        await RefuseAsync(new StoreChange.UpdateOperation(stored with { Aggregate = "L2" }));
        await RefuseAsync(new StoreChange.UpdateOperation(stored with { Intent = new OperationIntent.SetPaymentLinkActive(IsActive: true) }));
    }

    [Fact]
    public async Task Operation_ThatNeedsWhatIsNotThere_IsRefused()
    {
        await CommitAsync(AddLink("L1"));

        await RefuseAsync(CreateLink("A", "L1", OperationState.Waiting, "nothing"));
    }

    // A member that is added to operations later must be given a value above, or it could be lost unnoticed.
    private static void AssertNoMemberIsLeftOut(Operation full) => Assert.All(
        typeof(Operation).GetProperties().Where(p => p.CanWrite),
        p => Assert.NotEqual(p.PropertyType.IsValueType ? Activator.CreateInstance(p.PropertyType) : null, p.GetValue(full)));
}
