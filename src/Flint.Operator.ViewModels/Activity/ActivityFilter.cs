using System.Collections.Immutable;
using Flint.Operator.Core.Activity;
using Flint.Operator.Core.Guide;

namespace Flint.Operator.ViewModels.Activity;

/// <summary>What the operator has narrowed the list to.</summary>
public sealed record ActivityFilter
{
    public string Text { get; init; } = "";

    public Surface? Surface { get; init; }

    public ImmutableHashSet<ActivityGroup> Groups { get; init; } = [];

    public string? OperatorName { get; init; }

    /// <summary>The first day that is shown, as the calendar on the wall here has it.</summary>
    public DateOnly? FirstDay { get; init; }

    /// <summary>The last day that is shown, all of it.</summary>
    public DateOnly? LastDay { get; init; }

    public ActivityFilter Toggle(ActivityGroup group) => this with { Groups = Groups.SymmetricExcept([group]) };

    public ActivityFilter Toggle(Surface surface) => this with { Surface = Surface == surface ? null : surface };

    public ActivityQuery ToQuery(TimeZoneInfo zone)
    {
        ArgumentNullException.ThrowIfNull(zone);
        return new ActivityQuery
        {
            Text = Text,
            Surface = Surface,
            States = [.. Groups.Order().SelectMany(ActivityGroups.States)],
            OperatorName = OperatorName,
            From = FirstDay is { } first ? Midnight(first, zone) : null,
            Until = LastDay is { } last && last < DateOnly.MaxValue ? Midnight(last.AddDays(1), zone) : null,
        };
    }

    private static DateTimeOffset Midnight(DateOnly day, TimeZoneInfo zone)
    {
        var local = day.ToDateTime(TimeOnly.MinValue);
        return new DateTimeOffset(DateTime.SpecifyKind(local, DateTimeKind.Utc)) - zone.GetUtcOffset(local);
    }
}
