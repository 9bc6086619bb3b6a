using Flint.Operator.Core.Sync;
using Flint.Operator.Desktop.Device;

namespace Flint.Operator.Desktop.Tests.Device;

public sealed class NetworkHintTests
{
    [Fact]
    public async Task Change_OfTheSystemsNetwork_PromptsACycle()
    {
        var signal = new SyncSignal(TimeProvider.System);
        var hint = new NetworkHint(signal);
        await hint.StartAsync(TestContext.Current.CancellationToken);
        Assert.False(signal.IsPrompted);

        hint.OnChanged(null, EventArgs.Empty);

        Assert.True(signal.IsPrompted);
        await hint.StopAsync(TestContext.Current.CancellationToken);
    }
}
