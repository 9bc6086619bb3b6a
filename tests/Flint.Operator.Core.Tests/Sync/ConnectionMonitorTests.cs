using Flint.Operator.Core.Sync;
using Flint.Operator.Core.Sync.Connections;
using Flint.Operator.Core.Sync.Operations;
using Microsoft.Extensions.Time.Testing;

namespace Flint.Operator.Core.Tests.Sync;

public sealed class ConnectionMonitorTests
{
    [Fact]
    public void Sleep_ToldAgainByAnotherLane_TheLongestWaitStands()
    {
        var monitor = new ConnectionMonitor(new FakeTimeProvider());
        monitor.Sleep(new Pause(Operations.Start, TimeSpan.FromMinutes(2)));
        monitor.Sleep(new Pause(Operations.After(TimeSpan.FromSeconds(1)), TimeSpan.FromSeconds(5)));

        Assert.Equal(TimeSpan.FromSeconds(110), monitor.SleepLeft(Operations.After(TimeSpan.FromSeconds(10))));
    }

    [Fact]
    public void Sleep_ToldToWaitLonger_Does()
    {
        var monitor = new ConnectionMonitor(new FakeTimeProvider());
        monitor.Sleep(new Pause(Operations.Start, TimeSpan.FromSeconds(5)));
        monitor.Sleep(new Pause(Operations.After(TimeSpan.FromSeconds(1)), TimeSpan.FromMinutes(2)));

        Assert.Equal(TimeSpan.FromSeconds(111), monitor.SleepLeft(Operations.After(TimeSpan.FromSeconds(10))));
    }
}
