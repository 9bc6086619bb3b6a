using Flint.Operator.Core.Sync;
using Flint.Operator.Core.Sync.Operations;

namespace Flint.Operator.Simulation.Auditing;

/// <summary>10: the attempt's row is on disk before its first byte leaves. 11: after start-up nothing is in flight.</summary>
internal sealed class AttemptCheck : Check
{
    private readonly HashSet<(string Device, int Run)> _started = [];
    private readonly HashSet<string> _diskFailed = new(StringComparer.Ordinal);

    public override void CommitFailed(string device, CommitOutcome outcome) => _diskFailed.Add(device);

    public override void Departed(Departure departure)
    {
        if (_started.Add((departure.Device, departure.Run)))
        {
            CheckStart(departure);
        }

        if (departure.OperationId is { } id)
        {
            CheckRow(departure, id);
        }
    }

    // The first request of a run leaves after its recovery; a disk that refuses excuses it, and the next cycle tries again.
    private void CheckStart(Departure departure)
    {
        var left = departure.Rows.Operations.Values.FirstOrDefault(operation => operation.State == OperationState.InFlight && operation.Id != departure.OperationId);
        if (!_diskFailed.Remove(departure.Device) && left is not null)
        {
            Violate(11, departure.At, $"{departure.Device} started, and {left.Id} is still in flight");
        }
    }

    private void CheckRow(Departure departure, string id)
    {
        var isWritten = departure.Rows.Attempts.FindLastIndex(attempt =>
            attempt.OperationId == id && attempt.Attempt.RequestId == departure.RequestId && attempt.Attempt.EndedAt is null) >= 0;
        if (!isWritten || departure.Rows.Operations.GetValueOrDefault(id)?.State != OperationState.InFlight)
        {
            Violate(10, departure.At, $"{departure.RequestId} left and no row says so");
        }
    }
}
