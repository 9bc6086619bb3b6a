namespace Flint.Operator.Core.Activity;

/// <summary>What can happen to a record.</summary>
public enum HistoryEventKind
{
    /// <summary>Somebody asked for it; it is durable from then on.</summary>
    Asked,

    /// <summary>A request went out.</summary>
    Sent,

    /// <summary>The API was asked whether a request had its effect.</summary>
    Looked,

    /// <summary>The API has confirmed it.</summary>
    Done,

    /// <summary>The API said no.</summary>
    Refused,

    /// <summary>It waits for a person.</summary>
    NeedsYou,

    /// <summary>A person took it back, or put another in its place.</summary>
    GivenUp,
}
