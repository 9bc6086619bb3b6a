using Flint.Operator.Core.Sync;
using Flint.Operator.Core.Sync.Push;
using Flint.Operator.Testing.Stores;

namespace Flint.Operator.Simulation.Auditing;

/// <summary>One request as it leaves a device, and the rows the device had on disk at that moment. The target is what a read asks for.</summary>
internal sealed record Departure(string Device, int Run, CallKind Call, TimeSpan At, StoreState Rows)
{
    public string? Target { get; init; }

    public WireRequest? Wire { get; init; }

    public string? Key { get; init; }

    public string? RequestId { get; init; }

    /// <summary>Which operation a write belongs to; its request id says so, and the body of a create says it again.</summary>
    public string? OperationId => RequestId is { } id ? id[4..id.LastIndexOf('-')] : null;
}
