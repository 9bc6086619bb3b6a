namespace Flint.Operator.Faults.Tests.Proxy;

/// <summary>Which requests are to be struck by what.</summary>
internal sealed class FaultPlan
{
    private readonly Lock _lock = new();
    private readonly List<(Func<WireMessage, bool> Strikes, WireFault Fault)> _due = [];

    /// <summary>Strikes the next <paramref name="times"/> requests that match.</summary>
    public void Arm(WireFault fault, Func<WireMessage, bool> strikes, int times = 1)
    {
        lock (_lock)
        {
            _due.AddRange(Enumerable.Repeat((strikes, fault), times));
        }
    }

    /// <summary>How many armed faults have not struck.</summary>
    public int Left
    {
        get
        {
            lock (_lock)
            {
                return _due.Count;
            }
        }
    }

    /// <summary>Nothing more goes wrong.</summary>
    public void Clear()
    {
        lock (_lock)
        {
            _due.Clear();
        }
    }

    public WireFault? Strike(WireMessage request)
    {
        lock (_lock)
        {
            var at = _due.FindIndex(due => due.Strikes(request));
            if (at < 0)
            {
                return null;
            }

            var fault = _due[at].Fault;
            _due.RemoveAt(at);
            return fault;
        }
    }
}
