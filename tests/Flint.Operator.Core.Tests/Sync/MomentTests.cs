using Flint.Operator.Core.Sync;
using Flint.Operator.Core.Sync.Operations;
using Microsoft.Extensions.Time.Testing;

namespace Flint.Operator.Core.Tests.Sync;

public sealed class MomentTests
{
    [Fact]
    public void AtMostSince_TakesTheLargestOfThreeClocks()
    {
        var born = Operations.Start with { Server = Operations.Start.Wall };

        Assert.Equal(TimeSpan.FromHours(40), (Operations.After(TimeSpan.FromHours(1)) with { Wall = born.Wall.AddHours(40) }).AtMostSince(born));
        Assert.Equal(TimeSpan.FromHours(30), (Operations.After(TimeSpan.FromHours(1)) with { Server = born.Wall.AddHours(30) }).AtMostSince(born));
        Assert.Equal(TimeSpan.FromHours(9), (Operations.After(TimeSpan.FromHours(9)) with { Wall = born.Wall.AddHours(-40) }).AtMostSince(born));
    }

    [Fact]
    public void AtLeastSince_InOneRun_IsTheMonotonicClock() =>
        Assert.Equal(TimeSpan.FromSeconds(5), (Operations.After(TimeSpan.FromSeconds(5)) with { Wall = Operations.Start.Wall.AddHours(40) }).AtLeastSince(Operations.Start));

    [Fact]
    public void AtLeastSince_AcrossRuns_TrustsTheServerBeforeTheWall()
    {
        var earlier = Operations.Start with { Server = Operations.Start.Wall };
        var later = new Moment(Operations.Start.Wall.AddHours(40), Operations.Start.Wall.AddMinutes(2), TimeSpan.FromHours(1), "run-2");

        Assert.Equal(TimeSpan.FromMinutes(2), later.AtLeastSince(earlier));
        Assert.Equal(TimeSpan.Zero, (later with { Server = null, Wall = earlier.Wall.AddHours(-1) }).AtLeastSince(earlier with { Server = null }));
    }

    [Fact]
    public void Now_ClockSetBack_IsNoticedInThisRunAndTheNext()
    {
        var time = new FakeTimeProvider(Operations.Start.Wall);
        var clock = new SyncClock(time, new Random(1));
        clock.Now();
        clock.Remember(Operations.Start.Wall.AddHours(3));

        Assert.True(clock.Now().WallIsBehind);
        time.Advance(TimeSpan.FromHours(4));
        Assert.False(clock.Now().WallIsBehind);
    }

    [Fact]
    public void Now_AfterTheServerSpoke_GoesOnFromItsDate()
    {
        var time = new FakeTimeProvider(Operations.Start.Wall);
        var clock = new SyncClock(time, new Random(1));
        clock.Hear(Operations.Start.Wall.AddDays(1));
        time.Advance(TimeSpan.FromMinutes(5));

        Assert.Equal(Operations.Start.Wall.AddDays(1).AddMinutes(5), clock.Now().Server);
    }

    [Fact]
    public void Hear_AnAnswerThatTheMachineSleptOver_TellsNoTime()
    {
        var time = new FakeTimeProvider(Operations.Start.Wall);
        var clock = new SyncClock(time, new Random(1));
        clock.Now();
        time.Advance(TimeSpan.FromHours(3));

        clock.Hear(Operations.Start.Wall);
        clock.Hear(Operations.Start.Wall);
        Assert.Null(clock.Now().Server);

        time.Advance(TimeSpan.FromSeconds(31));
        clock.Hear(Operations.Start.Wall.AddHours(3));
        Assert.Equal(Operations.Start.Wall.AddHours(3), clock.Now().Server);
    }

    [Fact]
    public void Now_TheMonotonicClockStoodStill_TheServersTimeIsUnknownUntilItIsHeardAgain()
    {
        var time = new SleepingMachine { Wall = Operations.Start.Wall };
        var clock = new SyncClock(time, new Random(1));
        clock.Hear(Operations.Start.Wall);
        Assert.NotNull(clock.Now().Server);

        time.Wall = Operations.Start.Wall.AddHours(3);

        Assert.Null(clock.Now().Server);
    }

    [Theory]
    [InlineData(-40)]
    [InlineData(-495_000)]
    public void IsKeyOld_ClockSetBack_IsOld(int hours)
    {
        var now = Operations.Start with { Wall = Operations.Start.Wall.AddHours(hours), WallIsBehind = true };

        Assert.True(OperationSchedule.IsKeyOld(Operations.Ready, now, Operations.Options));
    }

    [Fact]
    public void IsKeyOld_BornAfterTheClockWasSetBack_IsAsOldAsItIs()
    {
        var born = Operations.Ready with { KeyBorn = Operations.Start with { WallIsBehind = true } };

        Assert.False(OperationSchedule.IsKeyOld(born, Operations.After(TimeSpan.FromHours(19)) with { WallIsBehind = true }, Operations.Options));
        Assert.True(OperationSchedule.IsKeyOld(born, Operations.After(TimeSpan.FromHours(20)) with { WallIsBehind = true }, Operations.Options));
        Assert.True(OperationSchedule.IsKeyOld(born, Operations.Start with { Wall = Operations.Start.Wall.AddSeconds(-1), WallIsBehind = true }, Operations.Options));

        var otherRun = Operations.After(TimeSpan.FromHours(1)) with { WallIsBehind = true, Run = "run-2" };
        Assert.True(OperationSchedule.IsKeyOld(born, otherRun, Operations.Options));
        Assert.False(OperationSchedule.IsKeyOld(born, otherRun with { Server = Operations.Start.Wall.AddHours(1) }, Operations.Options));
    }

    [Fact]
    public void AtMostSince_TheServerWasNotHeardThen_ItsClockIsHeldAgainstTheWallClock()
    {
        var now = new Moment(Operations.Start.Wall.AddMinutes(14), Operations.Start.Wall.AddHours(40), TimeSpan.FromSeconds(5), "run-3");

        Assert.Equal(TimeSpan.FromHours(40), now.AtMostSince(Operations.Start));
    }

    [Fact]
    public void SeenBy_LaterInTheSameRun_KnowsTheServersTime()
    {
        var later = Operations.After(TimeSpan.FromMinutes(3)) with { Server = Operations.Start.Wall.AddDays(1) };

        Assert.Equal(Operations.Start.Wall.AddDays(1).AddMinutes(-3), Operations.Start.SeenBy(later).Server);
        Assert.Null((Operations.Start with { Run = "run-0" }).SeenBy(later).Server);
    }

    [Fact]
    public void IsKeyOld_FromItsBirthNotItsFirstSend()
    {
        Assert.False(OperationSchedule.IsKeyOld(Operations.Ready, Operations.After(TimeSpan.FromHours(19)), Operations.Options));
        Assert.True(OperationSchedule.IsKeyOld(Operations.Ready, Operations.After(TimeSpan.FromHours(20)), Operations.Options));
    }

    private sealed class SleepingMachine : TimeProvider
    {
        public DateTimeOffset Wall { get; set; }

        public override DateTimeOffset GetUtcNow() => Wall;

        public override long GetTimestamp() => 0;
    }
}
