using System.Collections.Concurrent;

namespace Flint.Operator.Load;

/// <summary>What the clients were told, to be held against what they were told before and against what there is at the end.</summary>
public sealed class Ledger
{
    private readonly ConcurrentDictionary<string, string> _idOfKey = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<string, string> _refusalOfKey = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<string, string> _endOfSession = new(StringComparer.Ordinal);
    private readonly ConcurrentQueue<string> _violations = new();
    private int _sends;

    public IReadOnlyCollection<string> Violations => _violations;

    public int Keys => _idOfKey.Count;

    public int Sends => _sends;

    /// <summary>A create was answered: one key names one record, whoever sends it and however often.</summary>
    public void Created(string key, string id)
    {
        Interlocked.Increment(ref _sends);
        if (_idOfKey.GetOrAdd(key, id) is var known && known != id)
            _violations.Enqueue($"key {key} made {known} and {id}");
    }

    /// <summary>A request under a key was refused for good: it is refused in the same way whoever sends it, and makes nothing.</summary>
    public void Refused(string key, string refusal)
    {
        if (_refusalOfKey.GetOrAdd(key, refusal) is var known && known != refusal)
            _violations.Enqueue($"key {key} was refused with {known} and with {refusal}");
    }

    /// <summary>A session was told to have ended: it stays so.</summary>
    public void Ended(string sessionId, string status)
    {
        if (_endOfSession.GetOrAdd(sessionId, status) is var known && known != status)
            _violations.Enqueue($"session {sessionId} ended {known} and {status}");
    }

    public void Sessions(IEnumerable<(string Id, string Status)> sessions)
    {
        var found = sessions.ToDictionary(session => session.Id, session => session.Status, StringComparer.Ordinal);
        foreach (var (id, end) in _endOfSession)
        {
            if (found.GetValueOrDefault(id, "gone") is var status && status != end)
                _violations.Enqueue($"session {id} ended {end}, and it is {status}");
        }
    }

    public void OpenSessions(string orderId, IReadOnlyCollection<string> ids)
    {
        ArgumentNullException.ThrowIfNull(ids);
        if (ids.Count > 1)
            _violations.Enqueue($"order {orderId} has {ids.Count} open sessions: {string.Join(", ", ids)}");
    }

    public void Amounts(string orderId, long total, long paid, long outstanding)
    {
        if (paid > total || paid + outstanding != total)
            _violations.Enqueue($"order {orderId}: {paid} paid and {outstanding} owed of {total}");
    }

    /// <summary>At the end every reference stands on the one record that its key made.</summary>
    public void Records(IEnumerable<(string Reference, string Id)> records)
    {
        var found = records.ToLookup(record => record.Reference, record => record.Id, StringComparer.Ordinal);
        foreach (var twice in found.Where(ids => ids.Skip(1).Any()))
            _violations.Enqueue($"{twice.Key} stands on {string.Join(", ", twice)}");
        foreach (var (key, refusal) in _refusalOfKey)
        {
            if (found.Contains(key) || _idOfKey.ContainsKey(key))
                _violations.Enqueue($"key {key} was refused with {refusal}, and made {string.Join(", ", found[key].DefaultIfEmpty(_idOfKey.GetValueOrDefault(key)))}");
        }

        foreach (var (key, id) in _idOfKey)
        {
            if (!found[key].Contains(id, StringComparer.Ordinal))
                _violations.Enqueue($"key {key} made {id}, and there is {string.Join(", ", found[key].DefaultIfEmpty("nothing"))}");
        }
    }

    public void Unexpected(string what) => _violations.Enqueue(what);
}
