using Flint.Operator.Core.Sync;
using Flint.Operator.Core.Sync.Backups;

namespace Flint.Operator.Core.Tests.Sync;

public sealed class BackupScheduleTests
{
    private static readonly TimeSpan Hour = TimeSpan.FromHours(1);
    private static readonly DateTimeOffset Wall = new(2026, 9, 14, 8, 0, 0, TimeSpan.Zero);
    private static readonly Moment Now = new(Wall, null, TimeSpan.FromHours(5), "run");

    [Theory]
    [InlineData(null, true)]
    [InlineData(-59, false)]
    [InlineData(-60, true)]
    [InlineData(1, true)]
    public void IsDue_BeforeTheFirstTryOfARun_GoesByTheNewest(int? minutes, bool expected) =>
        Assert.Equal(expected, BackupSchedule.IsDue(minutes is { } m ? Wall.AddMinutes(m) : null, null, Now, Hour));

    [Theory]
    [InlineData(59, 59, false)]
    [InlineData(60, 60, true)]
    [InlineData(-600, 59, false)]
    [InlineData(-600, 60, true)]
    [InlineData(600, 1, true)]
    public void IsDue_AfterATry_GoesByTheClockThatRanFurthest(int wallMinutes, int monotonicMinutes, bool expected)
    {
        var tried = Now with { Wall = Wall.AddMinutes(-wallMinutes), Monotonic = Now.Monotonic - TimeSpan.FromMinutes(monotonicMinutes) };

        Assert.Equal(expected, BackupSchedule.IsDue(null, tried, Now, Hour));
    }
}
