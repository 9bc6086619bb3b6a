using System.Text.Json;
using Flint.Operator.Sandbox.State;

namespace Flint.Operator.Sandbox.Faults;

/// <summary>The plan in force. Not stored: a restarted sandbox is a healthy one.</summary>
internal sealed class FaultBook(Random random)
{
    private readonly Lock _gate = new();
    private readonly Dictionary<string, int> _strikes = new(StringComparer.Ordinal);
    private FaultPlan _plan = new();
    private Random? _seeded;

    public FaultPlan Plan
    {
        get
        {
            lock (_gate)
                return _plan;
        }
    }

    /// <summary>The plan in force as it could be sent again.</summary>
    public string Text => JsonSerializer.Serialize(Plan, StateJson.Options);

    /// <summary>The same, with how often it struck which route since it was set.</summary>
    public string Shown
    {
        get
        {
            lock (_gate)
            {
                var shown = JsonSerializer.SerializeToNode(_plan, StateJson.Options)!;
                shown["strikes"] = JsonSerializer.SerializeToNode(_strikes);
                return shown.ToJsonString(StateJson.Options);
            }
        }
    }

    public void Use(FaultPlan plan)
    {
        lock (_gate)
        {
            _plan = plan;
            _strikes.Clear();
            _seeded = plan.Seed is { } seed ? new Random(seed) : null;
        }
    }

    /// <summary>The first rule that strikes, spent by one.</summary>
    public FaultRule? Strike(StrikeTarget target)
    {
        lock (_gate)
        {
            var rule = Choose(target);
            if (rule is not null)
                _strikes[target.Route] = _strikes.GetValueOrDefault(target.Route) + 1;
            return rule;
        }
    }

    private FaultRule? Choose(StrikeTarget target)
    {
        if (_plan.Down)
            return new FaultRule { Kind = FaultKind.Down };
        for (var index = 0; index < _plan.Rules.Count; index++)
        {
            var rule = _plan.Rules[index];
            if (!rule.Matches(target) || (_seeded ?? random).NextDouble() >= rule.Probability)
                continue;
            if (rule.Count is { } left)
                _plan = _plan with { Rules = [.. _plan.Rules.Select((known, at) => at == index ? known with { Count = left - 1 } : known)] };
            return rule;
        }

        return null;
    }
}
