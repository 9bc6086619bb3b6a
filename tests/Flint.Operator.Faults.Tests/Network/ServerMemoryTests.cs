using Flint.Operator.Core.Sync;
using Flint.Operator.Core.Sync.Operations;
using Flint.Operator.Faults.Tests.Proxy;
using Flint.Operator.Faults.Tests.Stack;

namespace Flint.Operator.Faults.Tests.Network;

/// <summary>The server forgets, or somebody edits what we know our records by. One sandbox each: what is forgotten is everybody's.</summary>
public sealed class ServerMemoryTests : IAsyncLifetime
{
    private readonly SandboxFixture _sandbox = new();

    public static TheoryData<Write> Creates => [Write.CreateLink, Write.CreateOrder, Write.CreateSession];

    public ValueTask InitializeAsync() => _sandbox.InitializeAsync();

    public ValueTask DisposeAsync() => _sandbox.DisposeAsync();

    [Theory]
    [MemberData(nameof(Creates))]
    public async Task ReplyLostAndKeyForgotten_TheLookFindsIt(Write write)
    {
        await using var scene = new FaultScene(_sandbox);
        await LoseReplyBeforeAnyLookAsync(scene, write);

        _sandbox.Memory.ForgetKeys();
        await scene.SettleAsync();

        await scene.CheckAsync();
    }

    [Theory]
    [MemberData(nameof(Creates))]
    public async Task ReplyLostAndReferenceEdited_TheKeyStillAnswers(Write write)
    {
        await using var scene = new FaultScene(_sandbox);
        var reference = await LoseReplyBeforeAnyLookAsync(scene, write);
        var before = _sandbox.Ledger.Records().Count;

        _sandbox.Memory.EditReference(reference);
        await scene.SettleAsync();

        // An order's session is the one record that still had to come.
        Assert.Equal(before + (write == Write.CreateOrder ? 1 : 0), _sandbox.Ledger.Records().Count);

        // The order's one open session does not bear our mark any more: it is used as somebody else's would be.
        var expected = write == Write.CreateSession ? "superseded" : "done";
        Assert.Equal(expected, scene.File.Operations()[^1].State);
        Assert.All(scene.File.Operations().SkipLast(1), operation => Assert.Equal("done", operation.State));
        Assert.Empty(await scene.Till.OpenAsync());
    }

    // Restored from a backup: the order is gone before its session was sent. A person is told; nothing is made up.
    [Fact]
    public async Task OrderGone_ItsSessionWaitsForAPersonAndNoOtherOrderIsMade()
    {
        await using var scene = new FaultScene(_sandbox);
        FaultScene.Saved(await scene.Till.TapChargeAsync());
        scene.Proxy.Plan.Arm(WireFault.ResetBeforeTheRequest, request => Writes.Is(Write.CreateSession, request));
        await scene.CycleAsync();

        _sandbox.Memory.Forget("Order", scene.File.Operations()[0].Reference);
        FaultScene.Saved(await scene.Till.TapLinkAsync());
        await scene.SettleAsync();

        var session = Assert.Single(await scene.Till.OpenAsync());
        Assert.Equal((OperationState.Refused, 400), (session.State, session.Problem!.Status));
        Assert.Equal("PaymentLink", Assert.Single(_sandbox.Ledger.Records()).Kind);
    }

    private static async Task<string> LoseReplyBeforeAnyLookAsync(FaultScene scene, Write write)
    {
        await Writes.TapAsync(write, scene, "");
        scene.Proxy.Plan.Arm(WireFault.LostReply, request => Writes.Is(write, request));
        scene.Proxy.Plan.Arm(WireFault.ResetBeforeTheRequest, request => !request.IsWrite && scene.Proxy.Seen.Any(seen => Writes.Is(write, seen.Request)), times: 2);
        await scene.CycleAsync();
        return Assert.Single(scene.File.Operations(), operation => operation.State == "unknown").Reference;
    }
}
