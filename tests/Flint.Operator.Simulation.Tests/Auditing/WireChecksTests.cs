using Flint.Operator.Core.Sync;
using Flint.Operator.Core.Sync.Operations;
using Flint.Operator.Simulation.Auditing;
using Flint.Operator.Testing.Stores;
using static Flint.Operator.Simulation.Tests.Auditing.Doctored;

namespace Flint.Operator.Simulation.Tests.Auditing;

/// <summary>The auditor fails what a broken engine would send: keys, attempts, order, waits (7 to 11, 14 to 16, 19).</summary>
public sealed class WireChecksTests
{
    private static readonly TimeSpan Quiet = TimeSpan.FromSeconds(210);

    [Fact]
    public void Invariant7_OneKeyWithOtherBytes_Breaks()
    {
        var check = new KeyCheck();
        check.Departed(Write(Link));
        check.Departed(Write(Link, attempt: 2));
        check.Holds();

        check.Departed(Write(Charge, key: Link.Key));

        check.Breaks(7);
    }

    [Fact]
    public void Invariant8_AnOldKeyWithoutALook_Breaks()
    {
        var check = new KeyCheck();
        check.Tapped(Tap(NoRows, NoRows.With(Link), new SaveOutcome.Saved("link")));
        check.Departed(Write(Link, at: TimeSpan.FromHours(20)));
        check.Holds();

        check.Departed(Write(Link, at: TimeSpan.FromHours(22), attempt: 2));

        check.Breaks(8);
    }

    [Fact]
    public void Invariant8_ALookBeforeTheLastAttempt_IsNoLook()
    {
        var check = new KeyCheck();
        check.Tapped(Tap(NoRows, NoRows.With(Link), new SaveOutcome.Saved("link")));
        check.Arrived(AbsentLook(TimeSpan.FromHours(23)));
        check.Departed(Write(Link, at: TimeSpan.FromHours(24)));
        check.Holds();

        check.Departed(Write(Link, at: TimeSpan.FromHours(25), attempt: 2));

        check.Breaks(8);
    }

    [Fact]
    public void Invariant9_AGenerationWithoutTwoLooksApart_Breaks()
    {
        var check = new GenerationCheck();
        check.Departed(Write(Link, at: TimeSpan.Zero));
        check.Arrived(AbsentLook(Quiet));
        check.Arrived(AbsentLook(Quiet + TimeSpan.FromSeconds(5)));
        var risen = Link with { Generation = 1 };

        check.Committed(Commit(NoRows.With(Link), NoRows.With(risen)));

        check.Breaks(9);
    }

    [Fact]
    public void Invariant9_AnotherKeyOnTheWire_BreaksWhateverTheRowsSay()
    {
        var check = new GenerationCheck();
        check.Departed(Write(Link));
        check.Departed(Write(Link, attempt: 2, key: "another"));

        check.Breaks(9);
    }

    [Fact]
    public void Invariant9_TwoAbsentLooksAQuietTimeApart_Holds()
    {
        var check = new GenerationCheck();
        check.Departed(Write(Link, at: TimeSpan.Zero));
        check.Arrived(AbsentLook(Quiet));
        check.Arrived(AbsentLook(Quiet * 2));
        var risen = Link with { Generation = 1 };
        check.Committed(Commit(NoRows.With(Link), NoRows.With(risen)));
        check.Departed(Write(risen, at: Quiet * 2, attempt: 2));

        check.Holds();
    }

    [Fact]
    public void Invariant10_NoRowOfTheAttempt_Breaks()
    {
        var check = new AttemptCheck();
        var written = NoRows.With(Link with { State = OperationState.InFlight }) with { Attempts = [new StoredAttempt(Id, 0, new Attempt(1, default, null, null, null, $"{Link.Reference}-1"))] };
        check.Departed(Write(Link, written));
        check.Holds();

        check.Departed(Write(Link, NoRows.With(Link with { State = OperationState.InFlight })));

        check.Breaks(10);
    }

    [Fact]
    public void Invariant11_InFlightAfterAStart_Breaks()
    {
        var check = new AttemptCheck();

        check.Departed(Ask(CallKind.WhoAmI, Now, run: 2, rows: NoRows.With(Link with { State = OperationState.InFlight })));

        check.Breaks(11);
    }

    [Fact]
    public void Invariant14_ALaterTapOfTheSameAggregateFirst_Breaks()
    {
        var check = new OrderCheck();
        var second = Charge with { Aggregate = Link.Aggregate };

        check.Departed(Write(second, NoRows.With(Link with { State = OperationState.Unknown }, second)));

        check.Breaks(14);
    }

    [Fact]
    public void Invariant15_OneStuckAndAnotherStillWaiting_Breaks()
    {
        var check = new OrderCheck();

        check.Stalled(new StallSeen(Now, NoRows.With(Link with { State = OperationState.Unknown }, Charge), Id));

        check.Breaks(15);
    }

    [Fact]
    public void Invariant16_AnythingInsideARetryAfter_Breaks()
    {
        var check = new AccountCheck();
        check.Arrived(new Arrival(Write(Link), Now, 429, TimeSpan.FromSeconds(30), null));
        check.Departed(Ask(CallKind.WhoAmI, Now + TimeSpan.FromSeconds(30)));
        check.Holds();

        check.Departed(Ask(CallKind.WhoAmI, Now + TimeSpan.FromSeconds(29)));

        check.Breaks(16);
    }

    [Theory]
    [InlineData(OperationState.Refused, 0, 0)]
    [InlineData(OperationState.Ready, 1, 0)]
    [InlineData(OperationState.Ready, 0, 1)]
    public void Invariant19_ARefusedKeyThatChangesAnOperation_Breaks(OperationState state, int generation, int failures)
    {
        var check = new AccountCheck();
        var sent = Link with { State = OperationState.InFlight, Sent = 1 };

        check.Committed(Commit(
            NoRows.With(sent), NoRows.With(Link with { State = state, Generation = generation, Failures = failures }), new StoreChange.EndAttempt(Id, 1, "Unauthorised", 401, null, default)));

        check.Breaks(19);
    }
}
