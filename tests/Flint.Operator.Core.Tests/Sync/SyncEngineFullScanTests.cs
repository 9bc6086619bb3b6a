using Flint.Operator.Core.Sync;
using Flint.Operator.Core.Sync.Connections;
using Flint.Operator.Core.Sync.Pull;
using Flint.Operator.Testing.Api;
using Flint.Operator.Testing.Stores;
using Flint.Operator.Testing.Sync;

namespace Flint.Operator.Core.Tests.Sync;

/// <summary>A pull begins where the last one began, less ten minutes; a beginning that the API refuses is the beginning of everything.</summary>
public sealed class SyncEngineFullScanTests : IDisposable
{
    private readonly SyncBench _bench;
    private readonly List<PullQuery> _asked = [];
    private bool _refusesBeginnings;

    public SyncEngineFullScanTests() => _bench = new SyncBench(through: gateway => new Lists(gateway, this));

    [Fact]
    public async Task Pull_Again_BeginsTenMinutesBeforeTheLast()
    {
        await _bench.CycleAsync();
        var watermark = (await _bench.Store.LoadCursorAsync(RecordKind.Order, CancellationToken.None)).Watermark;
        _asked.Clear();

        await _bench.RunAsync(TimeSpan.FromMinutes(2));

        Assert.NotNull(watermark);
        Assert.Equal(watermark - TimeSpan.FromMinutes(10), _asked.First(query => query.Kind == RecordKind.Order).ChangedAfter);
    }

    [Fact]
    public async Task Pull_RefusedBeginning_ReadsEverythingAgain()
    {
        await _bench.CycleAsync();
        _bench.Flint.Add(StoreSamples.OrderAt("ord_old") with { Reference = null, UpdatedAt = _bench.Time.GetUtcNow().AddDays(-9) });
        await _bench.RunAsync(TimeSpan.FromMinutes(3));
        Assert.Empty(await _bench.Store.FindLidsAsync(["ord_old"], CancellationToken.None));

        _refusesBeginnings = true;
        await _bench.RunAsync(TimeSpan.FromMinutes(3));

        Assert.Single(await _bench.Store.FindLidsAsync(["ord_old"], CancellationToken.None));
        Assert.NotNull((await _bench.Store.LoadCursorAsync(RecordKind.Order, CancellationToken.None)).Watermark);
    }

    public void Dispose() => _bench.Dispose();

    private sealed class Lists(IOperationGateway inner, SyncEngineFullScanTests test) : PassThroughGateway(inner)
    {
        public override Task<GatewayResult<RemotePage>> ListAsync(PullQuery query, CancellationToken cancellationToken)
        {
            test._asked.Add(query);
            return test._refusesBeginnings && query is { ChangedAfter: not null, PageToken: null }
                ? Task.FromResult<GatewayResult<RemotePage>>(new GatewayResult<RemotePage>.Answered(
                    new ApiProblem { Status = 400, Code = "INVALID_UPDATED_AFTER" }, new ResponseInfo { Status = 400 }))
                : base.ListAsync(query, cancellationToken);
        }
    }
}
