using Flint.Operator.Core.Sync;
using Flint.Operator.Core.Sync.Push;
using Flint.Operator.Simulation.Time;

namespace Flint.Operator.Simulation.Server;

/// <summary>The idempotency keys the server remembers, each with its request and its answer, until it forgets them.</summary>
internal sealed class KeyTable(VirtualTime time, TimeSpan life)
{
    private readonly Dictionary<string, (WireRequest Request, ServerAnswer Answer, TimeSpan At)> _kept = new(StringComparer.Ordinal);
    private readonly HashSet<string> _running = new(StringComparer.Ordinal);

    public bool IsRunning(string key) => _running.Contains(key);

    public void Start(string key) => _running.Add(key);

    public void End(string key, WireRequest request, ServerAnswer? kept)
    {
        _running.Remove(key);
        if (kept is not null)
        {
            _kept[key] = (request, kept, time.Now);
        }
    }

    /// <summary>What the key answers from now on, or null when it is not known, or no longer.</summary>
    public ServerAnswer? Replay(string key, WireRequest request)
    {
        if (!_kept.TryGetValue(key, out var kept) || time.Now - kept.At >= life)
        {
            return null;
        }

        return kept.Request == request ? kept.Answer with { IsReplay = true } : ServerAnswer.Problem(409, "IDEMPOTENCY_KEY_REUSED");
    }
}
