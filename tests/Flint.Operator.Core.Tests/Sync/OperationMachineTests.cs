using Flint.Operator.Core.Sync;
using Flint.Operator.Core.Sync.Connections;
using Flint.Operator.Core.Sync.Looks;
using Flint.Operator.Core.Sync.Operations;
using Flint.Operator.Core.Sync.Push;

namespace Flint.Operator.Core.Tests.Sync;

public sealed class OperationMachineTests
{
    private static readonly ApiProblem Problem = new() { Status = 400, Code = "VALIDATION_ERROR" };

    private static readonly OperationEvent[] Events =
    [
        new OperationEvent.NeedsDone(), new OperationEvent.GrewStale(), new OperationEvent.KeyGrewOld(), new OperationEvent.TargetUnread(), new OperationEvent.AttemptStarted(Operations.Wire),
        new OperationEvent.AttemptEnded(new Verdict.NotSent()), new OperationEvent.LookEnded(new LookFinding.Absent()), new OperationEvent.Restarted(),
        new OperationEvent.Cancelled(), new OperationEvent.Hurried(), new OperationEvent.Released(), new OperationEvent.Converted(), new OperationEvent.Dropped(),
        new OperationEvent.Superseded(), new OperationEvent.Confirmed(), new OperationEvent.RecordSeen(Operations.Link), new OperationEvent.ConflictFound(),
        new OperationEvent.SetAside(HoldReason.CopiedDatabase), new OperationEvent.Edited(Operations.Ready.Intent),
    ];

    // sync.md section 4, one row a state: what may happen to it. Everything else must throw.
    private static readonly Dictionary<OperationState, string[]> Legal = new()
    {
        [OperationState.Waiting] = ["NeedsDone", "Cancelled", "Released", "RecordSeen", "SetAside", "Edited"],
        [OperationState.Ready] = ["GrewStale", "KeyGrewOld", "TargetUnread", "AttemptStarted", "Cancelled", "Hurried", "RecordSeen", "ConflictFound", "SetAside", "Edited"],
        [OperationState.InFlight] = ["AttemptEnded", "Restarted", "SetAside"],
        [OperationState.Unknown] = ["LookEnded", "Restarted", "Hurried", "RecordSeen", "SetAside"],
        [OperationState.Looking] = ["LookEnded", "Restarted", "Hurried", "RecordSeen", "SetAside"],
        [OperationState.Refused] = ["Dropped", "Superseded", "RecordSeen"],
        [OperationState.Held] = ["Dropped", "Confirmed", "RecordSeen"],
        [OperationState.Triage] = ["Cancelled", "Released", "Converted", "RecordSeen", "SetAside", "Edited"],
        [OperationState.Conflict] = ["Dropped", "Superseded", "RecordSeen"],
        [OperationState.Done] = [],
        [OperationState.Superseded] = [],
        [OperationState.Dropped] = [],
        [OperationState.Cancelled] = [],
        [OperationState.Converted] = [],
    };

    public static TheoryData<OperationState, string> EveryMove =>
        [.. from state in Enum.GetValues<OperationState>() from happened in Events select new TheoryDataRow<OperationState, string>(state, happened.GetType().Name)];

    [Theory]
    [MemberData(nameof(EveryMove))]
    public void Apply_EveryStateAndEvent_MovesOnlyWhereItMay(OperationState state, string name)
    {
        var happened = Events.Single(e => e.GetType().Name == name);
        var before = Operations.In(state);

        if (Legal[state].Contains(name))
        {
            Assert.NotNull(before.Apply(happened));
        }
        else
        {
            Assert.Throws<InvalidOperationException>(() => before.Apply(happened));
        }
    }

    [Fact]
    public void Cancelled_OnceSent_IsIllegal() =>
        Assert.Throws<InvalidOperationException>(() => (Operations.Ready with { Sent = 1 }).Apply(new OperationEvent.Cancelled()));

    [Fact]
    public void AttemptStarted_Again_KeepsTheFirstBytes()
    {
        var other = Operations.Wire with { Body = "{\"other\":1}"u8.ToArray() };

        var again = Operations.Ready.Send(new Verdict.NotSent()).Apply(new OperationEvent.AttemptStarted(other));

        Assert.Equal(Operations.Wire, again.Wire);
    }

    [Theory]
    [MemberData(nameof(Harmless))]
    public void AttemptEnded_WithoutEffect_CostsNothing(Verdict verdict)
    {
        var after = Operations.Ready.Send(verdict);

        Assert.Equal((OperationState.Ready, 0, 0, 1), (after.State, after.Sent, after.Failures, after.Attempts));
    }

    public static TheoryData<Verdict> Harmless => [new Verdict.NotSent(), new Verdict.Unauthorised(Problem), new Verdict.RateLimited(TimeSpan.FromSeconds(9))];

    [Fact]
    public void AttemptEnded_WithoutEffectAfterADoubt_KeepsTheDoubt()
    {
        var doubted = Operations.Ready.Send(new Verdict.InDoubt(DoubtReason.NoAnswer)).LookAbsent(Operations.Start).LookAbsent(Operations.After(TimeSpan.FromSeconds(5)));
        Assert.Equal(OperationState.Ready, doubted.State);

        var after = doubted.Send(new Verdict.NotSent(), Operations.After(TimeSpan.FromSeconds(6)));

        Assert.NotNull(after.Doubt);
        Assert.Equal(1, after.Sent);
    }

    [Fact]
    public void AttemptEnded_Refused_KeepsTheReasonForAPerson()
    {
        var after = Operations.Ready.Send(new Verdict.Refused(Problem));

        Assert.Equal((OperationState.Refused, Problem, true, false), (after.State, after.Problem, after.NeedsPerson, after.IsFinal));
    }

    [Fact]
    public void AttemptEnded_KeyMetAnotherBody_IsHeld() => Assert.Equal(OperationState.Held, Operations.Ready.Send(new Verdict.Broken(Problem)).State);

    [Fact]
    public void AttemptEnded_Later_BacksOffUnderTheSameKey()
    {
        var after = Operations.Ready.Send(new Verdict.Later(Problem));

        Assert.Equal((OperationState.Ready, 0, 1), (after.State, after.Generation, after.Failures));
        Assert.True(after.Backoff!.Remaining(Operations.Start) > TimeSpan.Zero);
    }

    [Fact]
    public void Done_IsStampedAndForgetsItsDoubts()
    {
        var after = Operations.Ready.Send(new Verdict.Succeeded(null!), Operations.After(TimeSpan.FromSeconds(3)));

        Assert.Equal((OperationState.Done, Operations.Start.Wall.AddSeconds(3)), (after.State, after.SettledAt));
        Assert.Null(after.Doubt);
    }

    [Fact]
    public void Restarted_InFlight_IsUnknown() => Assert.Equal(DoubtReason.NoAnswer, Operations.In(OperationState.InFlight).Apply(new OperationEvent.Restarted()).Doubt!.Reason);

    [Fact]
    public void Restarted_QuickLooks_BeginAgain()
    {
        var looked = Operations.Ready.Send(new Verdict.InDoubt(DoubtReason.NoAnswer)).LookAbsent(Operations.Start);

        Assert.Equal(0, looked.Apply(new OperationEvent.Restarted(), Operations.Start with { Run = "run-2" }).Doubt!.AbsentLooks);
    }

    [Fact]
    public void Restarted_QuietTimeUnderAnOldKey_GoesOnWhereTheServersClockSawItBegin()
    {
        var heard = Operations.After(TimeSpan.FromHours(21)) with { Server = Operations.Start.Wall.AddHours(21) };
        var old = Operations.Ready.Apply(new OperationEvent.KeyGrewOld(), heard).LookAbsent(heard);
        var next = Operations.After(TimeSpan.FromHours(22)) with { Run = "run-2", Monotonic = TimeSpan.Zero };

        Assert.NotNull(old.Apply(new OperationEvent.Restarted(), next with { WallIsBehind = true }).Doubt!.FirstAbsentAt);
        Assert.Null((old with { Doubt = old.Doubt! with { FirstAbsentAt = Operations.Start } }).Apply(new OperationEvent.Restarted(), next).Doubt!.FirstAbsentAt);
    }

    [Fact]
    public void LookEnded_QuietTimeOfAnotherRunThatOnlyTheWallClockMeasured_ProvesNothing()
    {
        var inDoubt = Operations.In(OperationState.Unknown) with { Doubt = new Doubt(DoubtReason.KeyNotUsable, Operations.Start, FirstAbsentAt: Operations.Start) };
        var setForward = new Moment(Operations.Start.Wall.AddHours(40), Operations.Start.Wall.AddSeconds(10), TimeSpan.FromSeconds(1), "run-2");

        Assert.Equal(0, inDoubt.LookAbsent(setForward).Generation);
    }

    [Fact]
    public void KeyGrewOld_NeverSent_ItsQuietTimeBeganAtItsBirth()
    {
        var next = Operations.After(TimeSpan.FromHours(21)) with { Run = "run-2", Monotonic = TimeSpan.Zero, Server = Operations.Start.Wall.AddHours(21) };

        var looked = Operations.Ready.Apply(new OperationEvent.KeyGrewOld(), next).LookAbsent(next);

        Assert.Equal(next, looked.Doubt!.FirstAbsentAt);
    }

    [Fact]
    public void KeyGrewOld_TheClockWasSetBack_ItsQuietTimeBeginsNow()
    {
        var next = Operations.After(TimeSpan.FromHours(21)) with { WallIsBehind = true };

        Assert.Null(Operations.Ready.Apply(new OperationEvent.KeyGrewOld(), next).LookAbsent(next).Doubt!.FirstAbsentAt);
    }

    [Fact]
    public void AttemptEnded_RefusedAlthoughALookHasSeenIt_IsLookedForAgain()
    {
        var seen = Operations.Ready with { AwaitsUrl = true, Attempts = 1, Sent = 1, Wire = Operations.Wire };

        Assert.Equal(OperationState.Unknown, seen.Send(new Verdict.Refused(new ApiProblem { Status = 409, Code = "ORDER_NOT_OPEN" })).State);
        Assert.Equal(OperationState.Unknown, seen.Send(new Verdict.Later(new ApiProblem { Status = 409, Code = "ORDER_COLLECTION_IN_PROGRESS" })).State);
    }

    [Theory]
    [InlineData(1, 1, 0.5)]
    [InlineData(5, 1, 8)]
    [InlineData(40, 1, 150)]
    [InlineData(5, 0, 0)]
    public void BackoffFor_IsFullJitterUpToTheCap(int failures, double share, double seconds) =>
        Assert.Equal(TimeSpan.FromSeconds(seconds), OperationMachine.BackoffFor(failures, Operations.Options, share / 2));

    [Theory]
    [InlineData(DoubtReason.NoAnswer, 2)]
    [InlineData(DoubtReason.ServerError, 5)]
    [InlineData(DoubtReason.InProgress, 1)]
    public void LookAbsent_YoungKey_AllowsTheResendOnlyAfterEnoughLooks(DoubtReason reason, int looks)
    {
        var operation = Operations.Ready.Send(new Verdict.InDoubt(reason));
        for (var look = 1; look <= looks; look++)
        {
            Assert.NotEqual(OperationState.Ready, operation.State);
            operation = operation.LookAbsent(Operations.After(TimeSpan.FromSeconds(look * 20)));
        }

        Assert.Equal((OperationState.Ready, 0), (operation.State, operation.Generation));
    }

    [Fact]
    public void LookAbsent_OldKey_RaisesTheGenerationOnlyAfterTwoQuietLooks()
    {
        var q = Operations.Options.QuietTime;
        var old = Operations.After(TimeSpan.FromHours(21));
        var operation = (Operations.Ready with { Sent = 1, Doubt = new Doubt(DoubtReason.NoAnswer, old) }).Apply(new OperationEvent.KeyGrewOld(), old);

        operation = operation.LookAbsent(old);
        Assert.Null(operation.Doubt!.FirstAbsentAt);
        operation = operation.LookAbsent(Operations.After(TimeSpan.FromHours(21) + q));
        Assert.NotNull(operation.Doubt!.FirstAbsentAt);
        operation = operation.LookAbsent(Operations.After(TimeSpan.FromHours(21) + q + (q / 2)));
        Assert.Equal(0, operation.Generation);
        operation = operation.LookAbsent(Operations.After(TimeSpan.FromHours(21) + (2 * q)));

        Assert.Equal((OperationState.Ready, 1), (operation.State, operation.Generation));
        Assert.NotEqual(Operations.Ready.Key, operation.Key);
    }

    [Fact]
    public void LookFailed_ProvesNothingAndWaits()
    {
        var operation = Operations.Ready.Send(new Verdict.InDoubt(DoubtReason.NoAnswer));

        var after = operation.Apply(new OperationEvent.LookEnded(new LookFinding.Failed()));

        Assert.Equal((OperationState.Unknown, 0), (after.State, after.Doubt!.AbsentLooks));
        Assert.IsType<NextStep.After>(OperationSchedule.Next(after, Operations.Start, Operations.Options));
    }
}
