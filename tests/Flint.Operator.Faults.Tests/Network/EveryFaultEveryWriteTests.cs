using Flint.Operator.Faults.Tests.Proxy;
using Flint.Operator.Faults.Tests.Stack;

namespace Flint.Operator.Faults.Tests.Network;

/// <summary>Each fault of the network at each write: once it is over, everything is done exactly once.</summary>
public sealed class EveryFaultEveryWriteTests(SandboxFixture sandbox) : IClassFixture<SandboxFixture>
{
    public static TheoryData<WireFault, Write> Cases =>
        [.. Enum.GetValues<WireFault>().SelectMany(fault => Enum.GetValues<Write>(), (fault, write) => (fault, write))];

    [Theory]
    [MemberData(nameof(Cases))]
    public async Task Write_StruckOnce_IsDoneExactlyOnce(WireFault fault, Write write)
    {
        await using var scene = new FaultScene(sandbox);
        var lid = await Writes.PrepareAsync(write, scene);
        scene.Proxy.Plan.Arm(fault, request => Writes.Is(write, request));

        await Writes.TapAsync(write, scene, lid);
        await scene.SettleAsync();

        Assert.Equal(0, scene.Proxy.Plan.Left);
        await scene.CheckAsync();
    }

    // The look that follows is struck as well, and the resend after it.
    [Theory]
    [MemberData(nameof(Cases))]
    public async Task Write_StruckWithTheReadsThatFollow_IsDoneExactlyOnce(WireFault fault, Write write)
    {
        await using var scene = new FaultScene(sandbox);
        var lid = await Writes.PrepareAsync(write, scene);

        await Writes.TapAsync(write, scene, lid);
        scene.Proxy.Plan.Arm(fault, request => Writes.Is(write, request));
        scene.Proxy.Plan.Arm(ForReads(fault), request => !request.IsWrite && scene.Proxy.Seen.Any(seen => Writes.Is(write, seen.Request)), times: 2);
        await scene.SettleAsync();

        // The write's own fault has struck, and at least one of the reads' where there was anything to look for.
        Assert.InRange(scene.Proxy.Plan.Left, 0, 2);
        await scene.CheckAsync();
    }

    // A read has no resend to be late after.
    private static WireFault ForReads(WireFault fault) => fault == WireFault.LateAfterTheResend ? WireFault.LateDelivery : fault;
}
