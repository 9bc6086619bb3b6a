using Flint.Operator.Simulation.Time;

namespace Flint.Operator.Simulation.Tests.Time;

public sealed class VirtualTimeTests
{
    [Fact]
    public void RunUntil_RunsWhatIsDue_InOrderOfTimeThenOfCall()
    {
        var time = new VirtualTime();
        List<string> ran = [];
        time.After(TimeSpan.FromSeconds(2), () => ran.Add("late"));
        time.After(TimeSpan.FromSeconds(1), () => ran.Add("first"));
        time.After(TimeSpan.FromSeconds(1), () =>
        {
            ran.Add("second");
            time.After(TimeSpan.Zero, () => ran.Add("nested"));
        });
        time.After(TimeSpan.FromSeconds(9), () => ran.Add("never"));

        time.RunUntil(TimeSpan.FromSeconds(5));

        Assert.Equal(["first", "second", "nested", "late"], ran);
        Assert.Equal(TimeSpan.FromSeconds(5), time.Now);
    }

    [Fact]
    public void RunUntil_SomethingSpins_Throws()
    {
        var time = new VirtualTime();
        void Again() => time.After(TimeSpan.Zero, Again);
        Again();

        Assert.Throws<SimulationException>(() => time.RunUntil(TimeSpan.FromSeconds(1)));
    }

    [Fact]
    public void DeviceClock_InItsSleep_StopsOnSomeDevices()
    {
        var time = new VirtualTime();
        var (stops, runs) = (new DeviceClock(time, stopsInSleep: true), new DeviceClock(time, stopsInSleep: false));
        time.RunUntil(TimeSpan.FromHours(3));
        stops.Slept(TimeSpan.FromHours(2));
        runs.Slept(TimeSpan.FromHours(2));

        Assert.Equal((TimeSpan.FromHours(1), TimeSpan.FromHours(3)), (stops.GetElapsedTime(0), runs.GetElapsedTime(0)));
    }

    [Fact]
    public async Task CreateTimer_FiresInVirtualTime()
    {
        var time = new VirtualTime();
        var delay = Task.Delay(TimeSpan.FromMinutes(1), new DeviceClock(time, stopsInSleep: false), TestContext.Current.CancellationToken);
        time.RunUntil(TimeSpan.FromSeconds(59));
        Assert.False(delay.IsCompleted);
        time.RunUntil(TimeSpan.FromSeconds(60));
        await delay;
    }
}
