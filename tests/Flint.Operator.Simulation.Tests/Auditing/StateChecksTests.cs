using Flint.Operator.Core.Sync;
using Flint.Operator.Core.Sync.Operations;
using Flint.Operator.Simulation.Auditing;
using Flint.Operator.Simulation.Histories;
using Flint.Operator.Simulation.Mutants;
using Flint.Operator.Simulation.People;
using Flint.Operator.Simulation.Server;
using static Flint.Operator.Simulation.Tests.Auditing.Doctored;

namespace Flint.Operator.Simulation.Tests.Auditing;

/// <summary>The auditor fails what a broken engine would keep: taps, moves, ends, logs (2 to 4, 12, 13, 23 to 25).</summary>
public sealed class StateChecksTests
{
    [Theory]
    [InlineData(OperationState.Done, 0)]
    [InlineData(OperationState.Done, 2)]
    [InlineData(OperationState.Cancelled, 1)]
    [InlineData(OperationState.Refused, 1)]
    public void Invariant2_TheWrongNumberOfRecordsAtRest_Breaks(OperationState state, int records)
    {
        var ledger = EmptyLedger();
        for (var made = 0; made < records; made++)
        {
            ledger.Create(Snapshot with { RemoteId = $"pl_{made}" }, "key", null);
        }

        var check = new RestCheck();
        check.Rested(Rest(NoRows.With(Link with { State = state }), ledger));

        check.Breaks(2);
    }

    [Fact]
    public void Invariant2_ARecordThatNoDeviceKnows_Breaks()
    {
        var ledger = EmptyLedger();
        ledger.Create(Snapshot, "key", null);
        var check = new RestCheck();

        check.Rested(Rest(NoRows, ledger));

        check.Breaks(2);
    }

    [Fact]
    public void Invariant3_AConfirmedTapThatIsGone_Breaks()
    {
        var check = new TapCheck();
        check.Tapped(Tap(NoRows, NoRows.With(Link).With("link", null), new SaveOutcome.Saved("link")));
        check.Rested(Rest(NoRows));

        check.Breaks(3);
    }

    [Fact]
    public void Invariant4_AnUnconfirmedTapThatLeavesSomething_Breaks()
    {
        var check = new TapCheck();
        check.Tapped(Tap(NoRows, NoRows.With(Link).With("link", null), new SaveOutcome.NotSaved(CommitOutcome.DiskFull)));

        check.Breaks(4);
    }

    [Fact]
    public void Invariant4_HalfATapThatDied_Breaks()
    {
        var check = new TapCheck();
        check.Tapped(Tap(NoRows, NoRows.With(Link), null));

        check.Breaks(4);
    }

    [Theory]
    [InlineData(OperationState.Cancelled)]
    [InlineData(OperationState.Converted)]
    public void Invariant12_WhatWasSentIsTakenBack_Breaks(OperationState state)
    {
        var check = new FreezeCheck();
        check.Departed(Write(Link));
        check.Committed(Commit(NoRows.With(Link), NoRows.With(Link with { State = state })));

        check.Breaks(12);
    }

    [Fact]
    public void Invariant12_WhatWasSentIsEdited_Breaks()
    {
        var check = new FreezeCheck();
        check.Departed(Write(Link));
        check.Committed(Commit(NoRows.With(Link), NoRows.With(Link with { Intent = new OperationIntent.SetPaymentLinkActive(false) })));

        check.Breaks(12);
    }

    [Fact]
    public void Invariant13_AnIllegalMove_Breaks()
    {
        var check = new TransitionCheck();
        check.Committed(Commit(NoRows.With(Link with { State = OperationState.Done }), NoRows.With(Link)));

        check.Breaks(13);
    }

    [Fact]
    public void Invariant13_AnOperationThatDisappears_Breaks()
    {
        var check = new TransitionCheck();
        check.Committed(Commit(NoRows.With(Link), NoRows));

        check.Breaks(13);
    }

    [Theory]
    [InlineData("Ready -> Done by LookEnded, generation 0, attempt 0")]
    [InlineData("Waiting -> Triage by GrewStale, generation 0, attempt 0")]
    [InlineData("Ready -> Triage by GrewStale, generation 1, attempt 0")]
    [InlineData("Ready -> Triage by GrewStale, generation 0, attempt 1")]
    [InlineData("operation grew stale")]
    [InlineData(null)]
    public void Invariant13_AnAuditThatDoesNotSayTheMove_Breaks(string? says)
    {
        var check = new TransitionCheck();
        var after = NoRows.With(Link with { State = OperationState.Triage });
        var told = says is null ? after : after with { Audit = [new StoreChange.Audit(default, Id, "sync", says)] };

        check.Committed(Commit(NoRows.With(Link), told, new StoreChange.UpdateOperation(Link)));

        check.Breaks(13);
    }

    [Fact]
    public void Invariant13_AnAuditThatSaysTheMove_Holds()
    {
        var check = new TransitionCheck();
        var after = NoRows.With(Link with { State = OperationState.Triage }) with { Audit = [new StoreChange.Audit(default, Id, "sync", "Ready -> Triage by GrewStale, generation 0, attempt 0")] };

        check.Committed(Commit(NoRows.With(Link), after));

        check.Holds();
    }

    [Fact]
    public void Invariant13_AnAuditThatDoesNotReplayAtRest_Breaks()
    {
        var check = new TransitionCheck();
        var rows = NoRows.With(Link with { State = OperationState.Done }) with { Audit = [new StoreChange.Audit(default, Id, "Maya", "nothing -> Ready, generation 0, attempt 0")] };

        check.Rested(Rest(rows));

        check.Breaks(13);
    }

    [Fact]
    public void Invariant23_SomethingThatWaitsForNobody_Breaks()
    {
        var check = new RestCheck();
        check.Rested(Rest(NoRows.With(Link with { State = OperationState.Looking })));

        check.Breaks(23);
    }

    [Theory]
    [InlineData($"saved {Typing.Canary}-title")]
    [InlineData("opening https://checkout.withflintpay.com/pay/pl_1")]
    [InlineData("checkout_token=secret")]
    public void Invariant24_ASecretInTheLog_Breaks(string line)
    {
        var check = new LogCheck();
        check.Logged(Now, "Operation 01M2: Ready -> InFlight, Committed");
        check.Holds();
        check.Logged(Now, line);

        check.Breaks(24);
    }

    [Fact]
    public void Invariant25_ATapThatWaits_Breaks()
    {
        var check = new TapCheck();
        check.Tapped(Tap(NoRows, NoRows, new SaveOutcome.TooLate()) with { To = Now + TimeSpan.FromSeconds(1) });

        check.Breaks(25);
    }

    [Fact]
    public void Invariant0_AnEngineThatThrows_Breaks()
    {
        var auditor = Auditor.For(EmptyLedger(), ServerKind.Exact);
        auditor.Threw(Now, new InvalidOperationException("a bug"));

        Assert.Equal(0, auditor.Violations.Single().Invariant);
    }

    [Fact]
    public void EachCheck_IsAskedInAHistory() => Assert.Empty(History.Run(1, Mutant.None).Violations);
}
