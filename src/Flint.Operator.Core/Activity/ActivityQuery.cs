using Flint.Operator.Core.Guide;
using Flint.Operator.Core.Sync;

namespace Flint.Operator.Core.Activity;

/// <summary>What is asked for. Every member that is left as it is leaves nothing out.</summary>
public sealed record ActivityQuery
{
    /// <summary>Everything this device holds.</summary>
    public static ActivityQuery Everything { get; } = new();

    /// <summary>What somebody typed (<see cref="SearchTerm"/>).</summary>
    public string Text { get; init; } = "";

    /// <summary>Only one kind of page.</summary>
    public Surface? Surface { get; init; }

    /// <summary>Only these states; none for all.</summary>
    public IReadOnlyList<RecordState> States { get; init; } = [];

    /// <summary>Only what this person made.</summary>
    public string? OperatorName { get; init; }

    /// <summary>Only what was made at this moment or later, UTC.</summary>
    public DateTimeOffset? From { get; init; }

    /// <summary>Only what was made before this moment, UTC.</summary>
    public DateTimeOffset? Until { get; init; }

    /// <summary>Whether anything is left out.</summary>
    public bool IsNarrowed => SearchTerm.Read(Text).Count > 0 || Surface is not null || States.Count > 0 || OperatorName is not null || From is not null || Until is not null;
}
