using Flint.Operator.Faults.Tests.PowerCut;
using Flint.Operator.Faults.Tests.Proxy;
using Flint.Operator.Faults.Tests.Stack;

namespace Flint.Operator.Faults.Tests.Disk;

/// <summary>The disk is full: every write to it fails as the kernel would have it fail, under the real app.</summary>
public sealed class FullDiskTests(DiskShim shim, SandboxFixture sandbox) : IClassFixture<DiskShim>, IClassFixture<SandboxFixture>
{
    [Fact]
    public async Task Tap_OnAFullDisk_IsRefusedAndLeavesNothing()
    {
        using var disk = new CutDisk(shim);
        await using var proxy = new FaultProxy(sandbox.Connection.BaseAddress, () => TimeSpan.Zero);
        await using var host = await disk.StartAsync(proxy.Address, sandbox.Connection.ApiKey!, DateTimeOffset.UtcNow);
        Assert.StartsWith("saved", await host.AskAsync("link"), StringComparison.Ordinal);

        disk.FillUp();
        Assert.Equal("refused DiskFull", await host.AskAsync("link"));
        Assert.Equal("refused DiskFull", await host.AskAsync("charge"));
        disk.MakeRoom();
        Assert.StartsWith("saved", await host.AskAsync("charge"), StringComparison.Ordinal);
        Assert.Equal("settled 0", await host.AskAsync("settle"));
        await host.CloseAsync();

        Assert.Equal(3, new TillFile(disk.Database).Operations().Count);
        OnceEach.Check(sandbox.Ledger, new TillFile(disk.Database));
    }

    // The disk fills up while the request is out: its end cannot be written down, whatever it was.
    [Theory]
    [InlineData(WireFault.StalledBeforeTheWork)]
    [InlineData(WireFault.StalledAfterTheWork)]
    public async Task Sync_DiskFullAtTheEndOfAnAttempt_EndsDoneExactlyOnce(WireFault fault)
    {
        using var disk = new CutDisk(shim);
        await using var proxy = new FaultProxy(sandbox.Connection.BaseAddress, () => TimeSpan.Zero);
        await using var host = await disk.StartAsync(proxy.Address, sandbox.Connection.ApiKey!, DateTimeOffset.UtcNow);
        Assert.StartsWith("saved", await host.AskAsync("link"), StringComparison.Ordinal);
        proxy.Plan.Arm(fault, request => request.IsWrite);
        proxy.Plan.Arm(WireFault.StalledBeforeTheWork, _ => proxy.Seen.Any(seen => seen.Request.IsWrite));

        await host.TellAsync("settle");
        await proxy.Events.NextStallAsync(TestContext.Current.CancellationToken);
        disk.FillUp();

        // Whatever it asks next, it asks because the end of the attempt could not be kept.
        await proxy.Events.NextStallAsync(TestContext.Current.CancellationToken);
        disk.MakeRoom();

        Assert.Equal("settled 0", await host.HearAsync());
        await host.CloseAsync();
        await proxy.QuietAsync();
        OnceEach.Check(sandbox.Ledger, new TillFile(disk.Database));
        WireRules.Check(proxy.Seen, sandbox.Connection.ApiKey!);
    }

    [Fact]
    public async Task Sync_OnAFullDisk_SendsNothingUntilThereIsRoom()
    {
        using var disk = new CutDisk(shim);
        await using var proxy = new FaultProxy(sandbox.Connection.BaseAddress, () => TimeSpan.Zero);
        await using var host = await disk.StartAsync(proxy.Address, sandbox.Connection.ApiKey!, DateTimeOffset.UtcNow);
        Assert.Equal("settled 0", await host.AskAsync("settle"));
        Assert.StartsWith("saved", await host.AskAsync("link"), StringComparison.Ordinal);
        disk.FillUp();
        proxy.Plan.Arm(WireFault.ResetBeforeTheRequest, _ => true, times: 2);
        proxy.Plan.Arm(WireFault.StalledBeforeTheWork, _ => true);

        await host.TellAsync("settle");
        await proxy.Events.NextStallAsync(TestContext.Current.CancellationToken);
        Assert.DoesNotContain(proxy.Seen, seen => seen.Request.IsWrite);
        disk.MakeRoom();

        Assert.Equal("settled 0", await host.HearAsync());
        await host.CloseAsync();
        OnceEach.Check(sandbox.Ledger, new TillFile(disk.Database));
    }
}
