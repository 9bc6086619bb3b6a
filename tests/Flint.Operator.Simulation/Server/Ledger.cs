using Flint.Operator.Core.Sync;
using Flint.Operator.Core.Sync.Push;
using Flint.Operator.Simulation.Time;

namespace Flint.Operator.Simulation.Server;

/// <summary>Everything that exists at the server. The auditor reads this and never asks the client what it believes.</summary>
internal sealed class Ledger(VirtualTime time, SeededRandom random, double mostStale)
{
    private readonly Dictionary<string, LedgerRow> _byId = new(StringComparer.Ordinal);
    private readonly Dictionary<string, List<LedgerRow>> _byReference = new(StringComparer.Ordinal);
    private readonly List<LedgerRow> _rows = [];

    public Action<Effect>? Happened { get; set; }

    public IReadOnlyList<LedgerRow> Rows => _rows;

    public LedgerRow? Find(string id) => _byId.GetValueOrDefault(id);

    public IReadOnlyList<LedgerRow> By(string reference) => _byReference.GetValueOrDefault(reference) ?? [];

    public RemoteRecord Create(RemoteRecord record, string? key, WireRequest? request)
    {
        var row = new LedgerRow(record, time.Now, ListedAt());
        _byId.Add(record.RemoteId, row);
        _rows.Add(row);
        if (record.Reference is { } reference)
        {
            (_byReference.TryGetValue(reference, out var rows) ? rows : _byReference[reference] = []).Add(row);
        }

        Happened?.Invoke(new Effect(time.Now, record, true, key, request));
        return record;
    }

    public RemoteRecord Change(RemoteRecord record, string? key = null, WireRequest? request = null)
    {
        var changed = record with { UpdatedAt = time.TrueDate };
        _byId[record.RemoteId].Change(changed, ListedAt());
        Happened?.Invoke(new Effect(time.Now, changed, false, key, request));
        return changed;
    }

    private TimeSpan ListedAt() => mostStale == 0 || random.Chance(0.4) ? time.Now : time.Now + random.Between(0, mostStale);
}
