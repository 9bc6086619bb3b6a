using Flint.Operator.Core.Sync;
using Flint.Operator.Core.Sync.Operations;
using Flint.Operator.Core.Sync.Push;
using Flint.Operator.Simulation.Time;

namespace Flint.Operator.Simulation.Auditing;

/// <summary>7: one key, identical bytes. 8: an old key leaves only after a complete look since its operation's last attempt.</summary>
internal sealed class KeyCheck : Check
{
    private static readonly TimeSpan Safe = TimeSpan.FromHours(20);

    // What a device knows of the server's clock is as old as the way of a reply.
    private static readonly TimeSpan Tolerance = TimeSpan.FromSeconds(5);

    // Tapped under a clock that ran ahead, in a run that had not heard the server: nobody can tell its age later. While it was
    // never sent, nothing of it can be at the server.
    private readonly HashSet<string> _ageless = new(StringComparer.Ordinal);
    private readonly LookBook _book = new();
    private readonly Dictionary<string, WireRequest> _wires = new(StringComparer.Ordinal);
    private readonly Dictionary<(string Device, string Operation, int Generation), TimeSpan> _born = [];

    public override void Copied(string from, string to)
    {
        _book.Copied(from, to);
        foreach (var ((_, operation, generation), at) in _born.Where(entry => entry.Key.Device == from).ToList())
        {
            _born[(to, operation, generation)] = at;
        }
    }

    public override void Tapped(TapSeen tap)
    {
        foreach (var operation in tap.Added)
        {
            _born[("", operation.Id, 0)] = tap.From;
            if (operation.KeyBorn.Server is null && operation.KeyBorn.Wall > VirtualTime.Epoch + tap.From + Tolerance)
            {
                _ageless.Add(operation.Id);
            }
        }
    }

    public override void Committed(CommitSeen commit)
    {
        foreach (var (before, after) in commit.Moved)
        {
            if (before is null)
            {
                _born.TryAdd(("", after.Id, after.Generation), commit.At);
            }
            else if (after.Generation > before.Generation)
            {
                _born[(commit.Device, after.Id, after.Generation)] = commit.At;
            }
        }
    }

    public override void Departed(Departure departure)
    {
        if (departure.OperationId is not { } id)
        {
            return;
        }

        if (!_wires.TryAdd(departure.Key!, departure.Wire!) && _wires[departure.Key!] != departure.Wire)
        {
            Violate(7, departure.At, $"key {departure.Key} left with other bytes for {id}");
        }

        var generation = departure.Rows.Operations.GetValueOrDefault(id)?.Generation ?? 0;
        var last = _book.LastSent(departure.Device, id) ?? TimeSpan.MinValue;
        if (!(last == TimeSpan.MinValue && _ageless.Contains(id))
            && departure.At - Born(departure.Device, id, generation) >= Safe + Tolerance
            && !_book.Absent(departure.Device, LookBook.TargetOf(departure)).Any(look => look >= last))
        {
            Violate(8, departure.At, $"{id} left under a key born {Born(departure.Device, id, generation)}, with no look since its last attempt");
        }

        _book.Departed(departure);
    }

    public override void Arrived(Arrival arrival) => _book.Arrived(arrival);

    private TimeSpan Born(string device, string id, int generation) =>
        _born.TryGetValue((device, id, generation), out var at) || _born.TryGetValue(("", id, 0), out at) ? at : TimeSpan.Zero;
}
