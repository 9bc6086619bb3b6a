using Flint.Operator.Testing.Stores;

namespace Flint.Operator.Simulation.Auditing;

/// <summary>3: a confirmed tap stays. 4: an unconfirmed one leaves nothing, or, if the app died after its commit, all of it. 25: no tap waits for anything.</summary>
internal sealed class TapCheck : Check
{
    private readonly List<(string Device, string Operation)> _confirmed = [];

    public override void Tapped(TapSeen tap)
    {
        if (!tap.WasImmediate || tap.To != tap.From)
        {
            Violate(25, tap.To, $"a tap on {tap.Device} waited");
        }

        if (tap.IsConfirmed)
        {
            _confirmed.AddRange(tap.Added.Select(operation => (tap.Device, operation.Id)));
        }
        else if (tap.Outcome is not null && (tap.Before.Operations != tap.After.Operations || tap.Before.Records != tap.After.Records))
        {
            Violate(4, tap.To, $"a tap on {tap.Device} ended as {tap.Outcome.GetType().Name} and left something");
        }

        CheckWhole(tap);
    }

    public override void Restored(string device, StoreState rows) => _confirmed.RemoveAll(tap => tap.Device == device && !rows.Operations.ContainsKey(tap.Operation));

    public override void Rested(AtRest rest)
    {
        foreach (var (device, operation) in _confirmed)
        {
            if (rest.Devices.TryGetValue(device, out var rows) && !rows.Operations.ContainsKey(operation))
            {
                Violate(3, rest.At, $"the confirmed {operation} is gone from {device}");
            }
        }
    }

    private void CheckWhole(TapSeen tap)
    {
        var half = tap.Added.Where(operation => operation.Intent.IsCreate).FirstOrDefault(operation => tap.After.Records.GetValueOrDefault(operation.Lid)?.CreatedBy != operation.Id);
        var orphan = tap.After.Records.Values.FirstOrDefault(record => record.CreatedBy is null && record.Snapshot is null);
        if (half is not null || orphan is not null)
        {
            Violate(4, tap.To, $"a tap on {tap.Device} left half of itself: {half?.Id ?? orphan!.Lid}");
        }
    }
}
