using Flint.Operator.Core.Sync;
using Flint.Operator.Core.Sync.Connections;
using Flint.Operator.Core.Sync.Push;
using Flint.Operator.Testing.Api;

namespace Flint.Operator.Core.Tests.Sync;

/// <summary>Every request takes its time, one after another; looks can be made to hang until the client gives up.</summary>
internal sealed class PacedGateway(IOperationGateway inner, Action<TimeSpan> pass) : PassThroughGateway(inner)
{
    private static readonly TimeSpan ClientTimeout = TimeSpan.FromSeconds(30);

    /// <summary>How long a write takes.</summary>
    public TimeSpan WriteTakes { get; set; }

    /// <summary>How long a look takes.</summary>
    public TimeSpan LookTakes { get; set; }

    /// <summary>Whether no look is ever answered.</summary>
    public bool LooksHang { get; set; }

    /// <summary>How many looks were taken.</summary>
    public int Looks { get; private set; }

    /// <summary>How many looks had been taken when the last write left.</summary>
    public int LooksBeforeWrite { get; private set; }

    /// <summary>Runs at every look.</summary>
    public Action? DuringLook { get; set; }

    /// <summary>Runs at every reading of one record.</summary>
    public Action? DuringRead { get; set; }

    public override Task<GatewayResult<RemoteRecord>> SendAsync(RecordKind kind, WireRequest request, string idempotencyKey, string requestId, CancellationToken cancellationToken)
    {
        LooksBeforeWrite = Looks;
        pass(WriteTakes);
        return base.SendAsync(kind, request, idempotencyKey, requestId, cancellationToken);
    }

    public override Task<GatewayResult<IReadOnlyList<RemoteRecord>>> FindAsync(RecordKind kind, string reference, CancellationToken cancellationToken)
    {
        Looks++;
        DuringLook?.Invoke();
        var hangs = LooksHang;
        pass(hangs ? ClientTimeout : LookTakes);
        return hangs
            ? Task.FromResult<GatewayResult<IReadOnlyList<RemoteRecord>>>(new GatewayResult<IReadOnlyList<RemoteRecord>>.NoAnswer(NetworkFault.TimedOut))
            : base.FindAsync(kind, reference, cancellationToken);
    }

    public override Task<GatewayResult<RemoteRecord>> ReadAsync(RecordKind kind, string remoteId, CancellationToken cancellationToken)
    {
        DuringRead?.Invoke();
        return base.ReadAsync(kind, remoteId, cancellationToken);
    }
}
