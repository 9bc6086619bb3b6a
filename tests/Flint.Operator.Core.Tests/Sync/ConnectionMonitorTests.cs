using Flint.Operator.Core.Account;
using Flint.Operator.Core.Sync;
using Flint.Operator.Core.Sync.Connections;
using Flint.Operator.Core.Sync.Operations;
using Microsoft.Extensions.Time.Testing;

namespace Flint.Operator.Core.Tests.Sync;

public sealed class ConnectionMonitorTests
{
    private static readonly AccountIdentity Account = new("mer_1", "sandbox", "test_1");

    private readonly ActiveConnection _connection = new(new ApiConnection(ApiConnection.HostedAddress, "flint_test_key"));

    [Fact]
    public void Status_KeyChanged_NoLongerSaysWhatWasSaidOfTheOldOne()
    {
        var monitor = new ConnectionMonitor(new FakeTimeProvider(), _connection);
        monitor.Identified(Account, KeyRights.Of(["commerce.orders.read"]));
        monitor.Stop(new AccountPause.KeyRefused(new ApiProblem { Status = 401, Code = "API_KEY_REVOKED" }));

        _connection.Use(_connection.Current with { ApiKey = "flint_test_other" });

        Assert.Equal((null, null, KeyRights.Unknown), (monitor.Status.Account, monitor.Status.Pause, monitor.Status.Rights));
    }

    [Fact]
    public void Identified_TheSameOnceMore_IsNoNews()
    {
        var monitor = new ConnectionMonitor(new FakeTimeProvider(), _connection);
        monitor.Identified(Account, KeyRights.Of(["commerce.orders.read"]));
        var notices = 0;
        monitor.Changed += (_, _) => notices++;

        monitor.Identified(Account, KeyRights.Of(["commerce.orders.read"]));
        Assert.Equal(0, notices);

        monitor.Identified(Account, KeyRights.Of(["commerce.orders.write"]));
        Assert.Equal(1, notices);
    }

    [Fact]
    public void Sleep_ToldAgainByAnotherLane_TheLongestWaitStands()
    {
        var monitor = new ConnectionMonitor(new FakeTimeProvider(), _connection);
        monitor.Sleep(new Pause(Operations.Start, TimeSpan.FromMinutes(2)));
        monitor.Sleep(new Pause(Operations.After(TimeSpan.FromSeconds(1)), TimeSpan.FromSeconds(5)));

        Assert.Equal(TimeSpan.FromSeconds(110), monitor.SleepLeft(Operations.After(TimeSpan.FromSeconds(10))));
    }

    [Fact]
    public void Sleep_ToldToWaitLonger_Does()
    {
        var monitor = new ConnectionMonitor(new FakeTimeProvider(), _connection);
        monitor.Sleep(new Pause(Operations.Start, TimeSpan.FromSeconds(5)));
        monitor.Sleep(new Pause(Operations.After(TimeSpan.FromSeconds(1)), TimeSpan.FromMinutes(2)));

        Assert.Equal(TimeSpan.FromSeconds(111), monitor.SleepLeft(Operations.After(TimeSpan.FromSeconds(10))));
    }
}
