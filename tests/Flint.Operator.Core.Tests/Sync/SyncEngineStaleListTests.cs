using Flint.Operator.Core.Checkouts;
using Flint.Operator.Core.Sync;
using Flint.Operator.Core.Sync.Connections;
using Flint.Operator.Core.Sync.Operations;
using Flint.Operator.Core.Sync.Pull;
using Flint.Operator.Testing.Api;
using Flint.Operator.Testing.Sync;

namespace Flint.Operator.Core.Tests.Sync;

/// <summary>Lists that say for a while what was true a minute ago. Reading one record by its id is always fresh.</summary>
public sealed class SyncEngineStaleListTests : IDisposable
{
    private readonly SyncBench _bench;
    private LaggingLists _lists = null!;

    public SyncEngineStaleListTests() => _bench = new SyncBench(through: gateway => _lists = new LaggingLists(gateway));

    [Fact]
    public async Task SessionsListedAsOpenThatHaveEnded_AreInNobodysWay()
    {
        var lid = await ReadyAsync();
        await RenewAsync(lid);
        await _bench.RunAsync(TimeSpan.FromMinutes(1));
        _lists.Show([.. Sessions.Select(session => session with { Status = "open" })], FreshIn(TimeSpan.FromSeconds(50)));
        _bench.Flint.Fail(FlintFault.LostReply);

        await RenewAsync(lid);
        await _bench.RunAsync(TimeSpan.FromMinutes(3));

        Assert.All(_bench.Store.Operations, operation => Assert.Equal(OperationState.Done, operation.State));
        Assert.Equal(["invalidated", "invalidated", "open"], Sessions.Select(session => session.Status));
    }

    [Fact]
    public async Task SessionListedAsOpenThatHasEnded_IsNotAskedForAgain()
    {
        _bench.Flint.WithholdsUrls = true;
        await _bench.ChargeAsync();
        _bench.Flint.DuringSend = () =>
        {
            // The order is done; the answer about its session gets lost.
            _bench.Flint.DuringSend = null;
            _bench.Flint.Fail(FlintFault.LostReply);
        };
        await _bench.CycleAsync();
        _lists.Show([.. Sessions], FreshIn(TimeSpan.FromMinutes(5)));
        _bench.Flint.Change<CheckoutSessionSnapshot>(Sessions.Single().RemoteId, session => session with { Status = "closed" });

        await _bench.RunAsync(TimeSpan.FromMinutes(4));

        Assert.Single(_bench.Flint.Sent, write => write.Kind == RecordKind.CheckoutSession);
        Assert.All(_bench.Store.Operations, operation => Assert.Equal(OperationState.Done, operation.State));
    }

    [Fact]
    public async Task RefusalCausedByOurOwnFirstAttempt_IsNotTakenForSomebodyElses()
    {
        var lid = await ReadyAsync();
        var old = Sessions.Single();
        _lists.Show([old], FreshIn(TimeSpan.FromSeconds(60)));
        _bench.Flint.Fail(FlintFault.LostRequest);
        await RenewAsync(lid);
        await _bench.CycleAsync();
        var renewal = _bench.Store.Operations[^1];

        // The request that was given up arrives late, just before the second one.
        _bench.Flint.DuringSend = () =>
        {
            _bench.Flint.DuringSend = null;
            _bench.Flint.Change<CheckoutSessionSnapshot>(old.RemoteId, session => session with { Status = "invalidated" });
            _bench.Flint.Add(old with { RemoteId = "cs_late", Reference = renewal.Reference, Url = "https://checkout.withflintpay.com/checkout/cs_late#checkout_token=z" });
        };
        await _bench.RunAsync(TimeSpan.FromMinutes(4));

        Assert.Equal(OperationState.Done, _bench.Store.Operations.Single(operation => operation.Id == renewal.Id).State);
        Assert.Equal("cs_late", (await _bench.CheckoutAsync(lid)).Session!.Snapshot!.RemoteId);
        Assert.Equal("cs_late", Assert.Single(Sessions, session => session.Status == "open").RemoteId);
    }

    public void Dispose() => _bench.Dispose();

    private IEnumerable<CheckoutSessionSnapshot> Sessions => _bench.Flint.Ledger.OfType<CheckoutSessionSnapshot>();

    private Func<bool> FreshIn(TimeSpan span)
    {
        var at = _bench.Time.GetUtcNow() + span;
        return () => _bench.Time.GetUtcNow() >= at;
    }

    private async Task<string> ReadyAsync()
    {
        var lid = await _bench.ChargeAsync();
        await _bench.CycleAsync();
        return lid;
    }

    private Task<SaveOutcome> RenewAsync(string lid) => _bench.Get<CheckoutOperations>().RenewAsync(lid, CancellationToken.None);

    private sealed class LaggingLists(IOperationGateway inner) : PassThroughGateway(inner)
    {
        private IReadOnlyList<CheckoutSessionSnapshot> _old = [];
        private Func<bool> _isFresh = () => true;

        public void Show(IReadOnlyList<CheckoutSessionSnapshot> old, Func<bool> isFresh) => (_old, _isFresh) = (old, isFresh);

        public override async Task<GatewayResult<IReadOnlyList<RemoteRecord>>> FindAsync(RecordKind kind, string reference, CancellationToken cancellationToken) =>
            Lag(await base.FindAsync(kind, reference, cancellationToken), session => kind == RecordKind.CheckoutSession && session.Reference == reference);

        public override async Task<GatewayResult<IReadOnlyList<RemoteRecord>>> FindOpenSessionsAsync(string orderId, CancellationToken cancellationToken) =>
            Lag(await base.FindOpenSessionsAsync(orderId, cancellationToken), session => session.Status == "open");

        public override async Task<GatewayResult<RemotePage>> ListAsync(PullQuery query, CancellationToken cancellationToken)
        {
            var answer = await base.ListAsync(query, cancellationToken);
            return answer is GatewayResult<RemotePage>.Succeeded fresh && !_isFresh() ? fresh with { Value = new RemotePage([], null) } : answer;
        }

        private GatewayResult<IReadOnlyList<RemoteRecord>> Lag(GatewayResult<IReadOnlyList<RemoteRecord>> answer, Func<CheckoutSessionSnapshot, bool> matches) =>
            answer is GatewayResult<IReadOnlyList<RemoteRecord>>.Succeeded fresh && !_isFresh() ? fresh with { Value = [.. _old.Where(matches)] } : answer;
    }
}
