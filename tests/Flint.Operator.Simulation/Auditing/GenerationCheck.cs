namespace Flint.Operator.Simulation.Auditing;

/// <summary>9: another key for the same operation only after two absent looks, each a quiet time after the last attempt and apart. Judged by rows and by wire.</summary>
internal sealed class GenerationCheck : Check
{
    private static readonly TimeSpan Quiet = TimeSpan.FromSeconds(210);
    private static readonly TimeSpan Tolerance = TimeSpan.FromSeconds(2);

    private readonly LookBook _book = new();
    private readonly Dictionary<string, HashSet<string>> _keys = new(StringComparer.Ordinal);
    private readonly Dictionary<string, string> _targets = new(StringComparer.Ordinal);

    public override void Copied(string from, string to) => _book.Copied(from, to);

    public override void Committed(CommitSeen commit)
    {
        foreach (var (before, after) in commit.Moved)
        {
            if (before is not null && after.Generation > before.Generation && !IsProven(commit.Device, after.Id, after.Intent.IsCreate ? after.Reference : _targets.GetValueOrDefault(after.Id)))
            {
                Violate(9, commit.At, $"{after.Id} rose to generation {after.Generation} without two absent looks {Quiet} apart");
            }
        }
    }

    public override void Departed(Departure departure)
    {
        if (departure.OperationId is not { } id)
        {
            return;
        }

        var target = LookBook.TargetOf(departure);
        _targets[id] = target;
        if (!_keys.TryGetValue(id, out var keys))
        {
            _keys[id] = keys = new HashSet<string>(StringComparer.Ordinal);
        }

        if (keys.Add(departure.Key!) && keys.Count > 1 && !IsProven(departure.Device, id, target))
        {
            Violate(9, departure.At, $"{id} left under another key without two absent looks {Quiet} apart");
        }

        _book.Departed(departure);
    }

    public override void Arrived(Arrival arrival) => _book.Arrived(arrival);

    private bool IsProven(string device, string id, string? target)
    {
        // A change that never left has no record it could have touched.
        if (target is null)
        {
            return true;
        }

        var from = _book.LastSent(device, id) is { } sent ? sent + Quiet - Tolerance : TimeSpan.MinValue;
        var looks = _book.Absent(device, target).Where(look => look >= from).ToList();
        return looks.Count > 1 && looks[^1] - looks[0] >= Quiet - Tolerance;
    }
}
