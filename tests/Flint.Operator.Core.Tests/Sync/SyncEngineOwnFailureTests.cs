using Flint.Operator.Core.Sync;
using Flint.Operator.Core.Sync.Connections;
using Flint.Operator.Core.Sync.Operations;
using Flint.Operator.Testing.Api;
using Flint.Operator.Testing.Sync;

namespace Flint.Operator.Core.Tests.Sync;

/// <summary>Backoff counts what an operation itself fails at; the network, the key and a limit are the account's (sync.md section 7, invariant 19).</summary>
public sealed class SyncEngineOwnFailureTests : IDisposable
{
    private readonly SyncBench _bench;
    private Action? _beforeALook;

    public SyncEngineOwnFailureTests() => _bench = new SyncBench(through: gateway => new Looking(gateway, () => _beforeALook?.Invoke()));

    [Theory]
    [InlineData("offline")]
    [InlineData("silent")]
    [InlineData("refused")]
    [InlineData("forbidden")]
    public async Task Look_ThatTheAccountCannotTake_LeavesTheOperationAsItWas(string trouble)
    {
        await InDoubtAsync();
        var before = Only;
        _beforeALook = () => Set(trouble, isOn: true);

        await _bench.RunAsync(TimeSpan.FromMinutes(5));

        Assert.Equal((before.Failures, before.Backoff, before.Revision), (Only.Failures, Only.Backoff, Only.Revision));

        // And once that is over it is looked for at once.
        _beforeALook = null;
        Set(trouble, isOn: false);
        Assert.InRange((await _bench.RunAsync(TimeSpan.FromMinutes(3)))!.Value, TimeSpan.Zero, TimeSpan.FromSeconds(75));
        Assert.Single(_bench.Flint.Ledger);
    }

    [Fact]
    public async Task LostReply_OnAFlappingLine_IsReadyWithinThirtySecondsOfQuiet()
    {
        await InDoubtAsync();
        for (var flap = 0; flap < 20; flap++)
        {
            _beforeALook = () => _bench.Flint.IsDown = true;
            await _bench.RunAsync(TimeSpan.FromSeconds(20));
            _bench.Flint.IsDown = false;
            _beforeALook = null;
        }

        Assert.InRange((await _bench.RunAsync(TimeSpan.FromMinutes(2)))!.Value, TimeSpan.Zero, TimeSpan.FromSeconds(30));
        Assert.Equal(OperationState.Done, Only.State);
    }

    public void Dispose() => _bench.Dispose();

    private Operation Only => _bench.Store.Operations.Single();

    private async Task InDoubtAsync()
    {
        // The work is done, the reply lost, and the look meets the trouble.
        _bench.Flint.Fail(FlintFault.LostReply);
        await _bench.CreateLinkAsync();
        _beforeALook = () => _bench.Flint.IsDown = true;
        await _bench.CycleAsync();
        _bench.Flint.IsDown = false;
        _beforeALook = null;
        Assert.Equal(OperationState.Unknown, Only.State);
    }

    private void Set(string trouble, bool isOn)
    {
        switch (trouble)
        {
            case "offline":
                _bench.Flint.IsDown = isOn;
                break;
            case "silent":
                _bench.Flint.IsSilent = isOn;
                break;
            case "refused":
                _bench.Flint.KeyIsRefused = isOn;
                break;
            default:
                _ = isOn ? _bench.Flint.Forbidden.Add(RecordKind.PaymentLink) : _bench.Flint.Forbidden.Remove(RecordKind.PaymentLink);
                break;
        }
    }

    private sealed class Looking(IOperationGateway inner, Action before) : PassThroughGateway(inner)
    {
        public override Task<GatewayResult<IReadOnlyList<RemoteRecord>>> FindAsync(
            RecordKind kind, string reference, CancellationToken cancellationToken)
        {
            before();
            return base.FindAsync(kind, reference, cancellationToken);
        }
    }
}
