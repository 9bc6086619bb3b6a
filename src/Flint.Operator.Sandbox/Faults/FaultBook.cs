namespace Flint.Operator.Sandbox.Faults;

/// <summary>The plan in force. Not stored: a restarted sandbox is a healthy one.</summary>
internal sealed class FaultBook
{
    private readonly Lock _gate = new();
    private FaultPlan _plan = new();

    public FaultPlan Plan
    {
        get
        {
            lock (_gate)
                return _plan;
        }

        set
        {
            lock (_gate)
                _plan = value;
        }
    }

    /// <summary>The first rule that strikes, spent by one.</summary>
    public FaultRule? Strike(string method, string path)
    {
        lock (_gate)
        {
            if (_plan.Down)
                return new FaultRule { Kind = FaultKind.Down };
            for (var index = 0; index < _plan.Rules.Count; index++)
            {
                var rule = _plan.Rules[index];
                if (!rule.Matches(method, path) || Random.Shared.NextDouble() >= rule.Probability)
                    continue;
                var rules = _plan.Rules.ToArray();
                rules[index] = rule with { Count = rule.Count - 1 };
                _plan = _plan with { Rules = rules };
                return rule;
            }

            return null;
        }
    }
}
