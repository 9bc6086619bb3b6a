using Flint.Operator.Core.Checkouts;
using Flint.Operator.Core.Sync;
using Flint.Operator.Core.Sync.Connections;
using Flint.Operator.Core.Sync.Operations;
using Flint.Operator.Testing.Api;
using Flint.Operator.Testing.Sync;

namespace Flint.Operator.Core.Tests.Sync;

/// <summary>The machine sleeps over an answer, and what was decided before is a day old.</summary>
public sealed class SyncEngineSleepTests : IDisposable
{
    private readonly SyncBench _bench;
    private bool _sleeps;

    public SyncEngineSleepTests() => _bench = new SyncBench(through: gateway => new SleepyLine(gateway, Sleep));

    [Fact]
    public async Task Send_AsleepWhileItsTargetWasRead_IsJudgedAgain()
    {
        var lid = await _bench.ChargeAsync();
        await _bench.RunAsync(TimeSpan.FromMinutes(1));
        await _bench.Get<CheckoutOperations>().RenewAsync(lid, TestContext.Current.CancellationToken);
        var sent = _bench.Flint.Sent.Count;

        _sleeps = true;
        await _bench.CycleAsync();

        Assert.False(_sleeps);
        Assert.Equal(sent, _bench.Flint.Sent.Count);
        Assert.DoesNotContain(_bench.Store.Operations, operation => operation.State == OperationState.InFlight);
    }

    [Fact]
    public async Task Look_AsleepOverItsAnswer_IsNoAbsence()
    {
        _bench.Flint.Fail(FlintFault.LostRequest);
        await _bench.CreateLinkAsync();

        _sleeps = true;
        await _bench.CycleAsync();

        Assert.False(_sleeps);
        Assert.Equal((OperationState.Unknown, 0), (_bench.Store.Operations.Single().State, _bench.Store.Operations.Single().Doubt!.AbsentLooks));
    }

    public void Dispose() => _bench.Dispose();

    private void Sleep()
    {
        if (_sleeps)
        {
            _sleeps = false;
            _bench.Time.Advance(TimeSpan.FromHours(23));
        }
    }

    private sealed class SleepyLine(IOperationGateway inner, Action sleep) : PassThroughGateway(inner)
    {
        public override Task<GatewayResult<RemoteRecord>> ReadAsync(RecordKind kind, string remoteId, CancellationToken cancellationToken)
        {
            sleep();
            return base.ReadAsync(kind, remoteId, cancellationToken);
        }

        public override Task<GatewayResult<IReadOnlyList<RemoteRecord>>> FindAsync(RecordKind kind, string reference, CancellationToken cancellationToken)
        {
            sleep();
            return base.FindAsync(kind, reference, cancellationToken);
        }
    }
}
