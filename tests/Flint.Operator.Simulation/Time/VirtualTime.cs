namespace Flint.Operator.Simulation.Time;

/// <summary>
/// The one clock and the one thread of a history. What is to happen later waits in a queue; running the queue completes the
/// tasks the engine awaits, whose continuations run inline, so the same seed always gives the same order.
/// </summary>
internal sealed class VirtualTime
{
    private const int MostEvents = 400_000;

    private readonly PriorityQueue<Action, (long Due, long Order)> _queue = new();
    private readonly int _thread = Environment.CurrentManagedThreadId;
    private long _order;
    private int _events;

    /// <summary>When every history starts; the true time, which no device need know.</summary>
    public static DateTimeOffset Epoch { get; } = new(2026, 9, 14, 8, 0, 0, TimeSpan.Zero);

    /// <summary>True time since the start.</summary>
    public TimeSpan Now { get; private set; }

    public DateTimeOffset TrueDate => Epoch + Now;

    public void After(TimeSpan delay, Action action) => _queue.Enqueue(action, ((Now + delay).Ticks, _order++));

    /// <summary>Lets everything happen that is due until then, and stops the clock there.</summary>
    public void RunUntil(TimeSpan at)
    {
        while (_queue.TryPeek(out var action, out var place) && place.Due <= at.Ticks)
        {
            _queue.Dequeue();
            Now = TimeSpan.FromTicks(Math.Max(place.Due, Now.Ticks));
            if (++_events > MostEvents)
            {
                throw new SimulationException($"More than {MostEvents} events: something spins.");
            }

            action();
        }

        Now = at;
    }

    /// <summary>Nothing may leave the thread: a continuation on the pool would make the trace a matter of luck.</summary>
    public void RequireThread()
    {
        if (Environment.CurrentManagedThreadId != _thread)
        {
            throw new SimulationException("The engine left the simulation's thread.");
        }
    }
}
