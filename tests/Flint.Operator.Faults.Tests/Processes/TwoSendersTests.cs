using Flint.Operator.Faults.Tests.Proxy;
using Flint.Operator.Faults.Tests.Stack;

namespace Flint.Operator.Faults.Tests.Processes;

/// <summary>
/// The heads let one process use a data folder (DesktopProcessTests, DataFolderTests). Should two ever send from one file all
/// the same, the file's own rules still keep everything from being doubled.
/// </summary>
public sealed class TwoSendersTests(SandboxFixture sandbox) : IClassFixture<SandboxFixture>
{
    [Theory]
    [InlineData(null)]
    [InlineData(WireFault.LostReply)]
    [InlineData(WireFault.StalledAfterTheWork)]
    [InlineData(WireFault.LateDelivery)]
    public async Task TwoProcesses_OnOneFile_DoubleNothing(WireFault? fault)
    {
        await using var scene = new KillScene(sandbox);
        if (fault is { } struck)
        {
            scene.Proxy.Plan.Arm(struck, request => request.IsWrite, times: 3);
        }

        await using var one = await scene.StartAsync();
        await TapAsync(one, times: 4);
        await using var other = await scene.StartAsync();
        await TapAsync(other, times: 4);

        await one.TellAsync("settle");
        await other.TellAsync("settle");
        Assert.Equal("settled 0", await one.HearAsync());
        Assert.Equal("settled 0", await other.HearAsync());
        await one.CloseAsync();
        await other.CloseAsync();
        await scene.Proxy.QuietAsync();

        scene.Check([.. one.Saved, .. other.Saved]);
    }

    private static async Task TapAsync(HostProcess host, int times)
    {
        for (var tap = 0; tap < times; tap++)
        {
            await host.AskAsync("link");
            await host.AskAsync("charge");
        }
    }
}
