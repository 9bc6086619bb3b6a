using Flint.Operator.Core.Sync;
using Microsoft.Extensions.Time.Testing;

namespace Flint.Operator.Core.Tests.Sync;

public sealed class SyncClockTests
{    // Lanes ask at the same time; a drain of 10,000 found one operation whose key seemed old by a microsecond.
    [Fact]
    public async Task Now_AskedByManyAtOnce_IsNeverBehind()
    {
        var clock = new SyncClock(TimeProvider.System, new Random(1));

        var behind = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => Task.Run(() => Enumerable.Range(0, 50_000).Any(_ => clock.Now().WallIsBehind))));

        Assert.DoesNotContain(true, behind);
    }

    [Theory]
    [InlineData(-999, false)]
    [InlineData(-1001, true)]
    public void Now_AfterAStepBack_IsBehindWhenItIsMoreThanASecond(int milliseconds, bool expected)
    {
        var time = new FakeTimeProvider { AutoAdvanceAmount = TimeSpan.Zero };
        var clock = new SyncClock(time, new Random(1));
        clock.Remember(time.GetUtcNow().AddMilliseconds(-milliseconds));

        Assert.Equal(expected, clock.Now().WallIsBehind);
    }
}
