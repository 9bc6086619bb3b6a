using Flint.Operator.Core.Sync;
using Flint.Operator.Core.Sync.Operations;

namespace Flint.Operator.Simulation.Auditing;

/// <summary>16: nothing leaves inside a Retry-After. 19: a refused key changes no operation.</summary>
internal sealed class AccountCheck : Check
{
    private readonly Dictionary<(string Device, int Run), TimeSpan> _closedUntil = [];

    public override void Arrived(Arrival arrival)
    {
        var run = (arrival.Asked.Device, arrival.Asked.Run);
        if (arrival is { Status: 429, RetryAfter: { } wait } && arrival.At + wait > _closedUntil.GetValueOrDefault(run))
        {
            _closedUntil[run] = arrival.At + wait;
        }
    }

    public override void Departed(Departure departure)
    {
        if (_closedUntil.TryGetValue((departure.Device, departure.Run), out var until) && departure.At < until)
        {
            Violate(16, departure.At, $"{departure.Call} {departure.RequestId} left before {until}, as the server had asked");
        }
    }

    public override void Committed(CommitSeen commit)
    {
        foreach (var end in commit.Changes.OfType<StoreChange.EndAttempt>().Where(end => end.Status is 401 or 403))
        {
            var (before, after) = (commit.Before.Operations[end.OperationId], commit.After.Operations[end.OperationId]);
            if (after.State != OperationState.Ready || after.Generation != before.Generation || after.Failures != before.Failures || !Equals(after.Doubt, before.Doubt) || after.Sent != before.Sent - 1)
            {
                Violate(19, commit.At, $"{end.OperationId} was changed by a refused key: {after.State}, generation {after.Generation}");
            }
        }
    }
}
