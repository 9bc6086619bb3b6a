namespace Flint.Operator.Core.Sync.Operations;

/// <summary>What an operation wants the engine to do now.</summary>
public abstract record NextStep
{
    private NextStep()
    {
    }

    /// <summary>Nothing: it is final, in flight, waits for another or for a person.</summary>
    public sealed record Nothing : NextStep;

    /// <summary>Nothing before this wait is over.</summary>
    public sealed record After(TimeSpan Wait) : NextStep;

    /// <summary>Something happened to it by time alone.</summary>
    public sealed record Note(OperationEvent Event) : NextStep;

    /// <summary>Ask the API whether it had its effect.</summary>
    public sealed record Look : NextStep;

    /// <summary>Send it.</summary>
    public sealed record Send : NextStep;
}
