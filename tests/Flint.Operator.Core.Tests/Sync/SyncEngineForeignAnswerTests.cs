using Flint.Operator.Core.PaymentLinks;
using Flint.Operator.Core.Sync;
using Flint.Operator.Core.Sync.Connections;
using Flint.Operator.Testing.Api;
using Flint.Operator.Testing.Sync;

namespace Flint.Operator.Core.Tests.Sync;

/// <summary>A portal, or a proxy's cache, that answers a look with the answer to another question.</summary>
public sealed class SyncEngineForeignAnswerTests : IDisposable
{
    private readonly Queue<RemoteRecord> _foreign = new();
    private readonly SyncBench _bench;

    public SyncEngineForeignAnswerTests() => _bench = new SyncBench(through: gateway => new CachingProxy(gateway, _foreign));

    [Fact]
    public async Task Look_ARowWithoutOurReference_IsNeitherAdoptedNorAbsence()
    {
        _foreign.Enqueue(Foreign("pl_foreign", null));
        _foreign.Enqueue(Foreign("pl_other", "fop_01M2FEW700VVVVVVVVVVVVVVVV"));
        _bench.Flint.Fail(FlintFault.LostReply);
        var lid = await _bench.CreateLinkAsync();

        await _bench.RunAsync(TimeSpan.FromMinutes(1));

        Assert.Empty(_foreign);
        Assert.Equal("pl_1", (await _bench.LinkAsync(lid))!.Snapshot!.RemoteId);
        Assert.Single(_bench.Flint.Sent);
    }

    public void Dispose() => _bench.Dispose();

    private static PaymentLinkSnapshot Foreign(string id, string? reference) => new()
    {
        RemoteId = id, Reference = reference, Title = "Somebody else's", IsActive = true, Url = $"https://checkout.withflintpay.com/pay/{id}", Version = 1, CompletedCount = 0,
    };

    private sealed class CachingProxy(IOperationGateway inner, Queue<RemoteRecord> foreign) : PassThroughGateway(inner)
    {
        public override Task<GatewayResult<IReadOnlyList<RemoteRecord>>> FindAsync(RecordKind kind, string reference, CancellationToken cancellationToken) => foreign.TryDequeue(out var row)
            ? Task.FromResult<GatewayResult<IReadOnlyList<RemoteRecord>>>(new GatewayResult<IReadOnlyList<RemoteRecord>>.Succeeded([row], new ResponseInfo { Status = 200 }))
            : base.FindAsync(kind, reference, cancellationToken);
    }
}
