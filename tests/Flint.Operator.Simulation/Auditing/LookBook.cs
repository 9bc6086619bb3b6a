namespace Flint.Operator.Simulation.Auditing;

/// <summary>What a device has sent and what it has looked for, as the wire saw it.</summary>
internal sealed class LookBook
{
    private readonly Dictionary<(string Device, string Target), List<TimeSpan>> _absent = [];
    private readonly Dictionary<(string Device, string Operation), List<Departure>> _sent = [];

    /// <summary>What a look for this write has to ask for: its reference, or the record it changes.</summary>
    public static string TargetOf(Departure write) =>
        write.Wire!.Path.Split('/', StringSplitOptions.RemoveEmptyEntries) is [_, _, var id, ..] ? id : "fop_" + write.OperationId;

    public void Copied(string from, string to)
    {
        foreach (var ((_, target), looks) in _absent.Where(entry => entry.Key.Device == from).ToList())
        {
            _absent[(to, target)] = [.. looks];
        }

        foreach (var ((_, operation), sent) in _sent.Where(entry => entry.Key.Device == from).ToList())
        {
            _sent[(to, operation)] = [.. sent];
        }
    }

    /// <summary>A device no longer knows what it sent for these operations.</summary>
    public void Forget(string device, Func<string, bool> which)
    {
        foreach (var sent in _sent.Keys.Where(key => key.Device == device && which(key.Operation)).ToList())
        {
            _sent.Remove(sent);
        }
    }

    public void Departed(Departure departure)
    {
        if (departure.OperationId is { } id)
        {
            Of(_sent, (departure.Device, id)).Add(departure);
        }
    }

    public void Arrived(Arrival arrival)
    {
        var asked = arrival.Asked;
        if (asked.OperationId is { } id)
        {
            if (arrival.HadNoEffect)
            {
                Of(_sent, (asked.Device, id)).Remove(asked);
            }
        }
        else if (asked is { Target: { } target, Call: CallKind.Find or CallKind.Read } && arrival is { Status: 200, Found: { } found } && (asked.Call == CallKind.Find ? found.Count == 0 : found.Count == 1 && found[0].RemoteId == target))
        {
            Of(_absent, (asked.Device, target)).Add(arrival.At);
        }
    }

    /// <summary>The last attempt that left and may have had an effect.</summary>
    public Departure? Last(string device, string operation) => _sent.TryGetValue((device, operation), out var sent) && sent.Count > 0 ? sent[^1] : null;

    /// <summary>When that was.</summary>
    public TimeSpan? LastSent(string device, string operation) => Last(device, operation)?.At;

    /// <summary>When the device looked and did not find it.</summary>
    public IReadOnlyList<TimeSpan> Absent(string device, string target) => _absent.TryGetValue((device, target), out var looks) ? looks : [];

    private static List<T> Of<TKey, T>(Dictionary<TKey, List<T>> book, TKey key)
        where TKey : notnull => book.TryGetValue(key, out var list) ? list : book[key] = [];
}
