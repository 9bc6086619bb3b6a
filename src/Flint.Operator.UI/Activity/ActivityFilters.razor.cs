using System.Globalization;
using Flint.Operator.UI.Controls;
using Flint.Operator.ViewModels.Activity;
using Microsoft.AspNetCore.Components;

namespace Flint.Operator.UI.Activity;

/// <summary>What activity can be narrowed to: states in groups, a surface, days, a person.</summary>
public sealed partial class ActivityFilters
{
    private static readonly (string Name, int First, int Last)[] Spans = [("today", 0, 0), ("yesterday", -1, -1), ("week", -6, 0), ("month", -29, 0)];

    private bool _isOwn;

    [Parameter, EditorRequired] public ActivityFilter Filter { get; set; } = default!;

    [Parameter, EditorRequired] public IReadOnlyList<string> Operators { get; set; } = [];

    [Parameter, EditorRequired] public DateOnly Today { get; set; }

    [Parameter] public EventCallback<ActivityFilter> FilterChanged { get; set; }

    private string Days => _isOwn
        ? "own"
        : Spans.Where(span => Filter.FirstDay == Today.AddDays(span.First) && Filter.LastDay == Today.AddDays(span.Last)).Select(span => span.Name).FirstOrDefault() ?? "any";

    private IReadOnlyList<FieldOption> DayOptions => [DayOption("any"), .. Spans.Select(span => DayOption(span.Name)), DayOption("own")];

    private IReadOnlyList<FieldOption> OperatorOptions => [new("", T["Activity.Operator.all"]), .. Operators.Select(name => new FieldOption(name, name))];

    private FieldOption DayOption(string name) => new(name, T[$"Activity.Days.{name}"]);

    private Task ChangeAsync(ActivityFilter filter) => FilterChanged.InvokeAsync(filter);

    private Task ChooseDaysAsync(string name)
    {
        _isOwn = name == "own";
        return name switch
        {
            // The days that are shown now are where choosing begins.
            "own" => Task.CompletedTask,
            "any" => ChangeAsync(Filter with { FirstDay = null, LastDay = null }),
            _ => ChangeAsync(Spans.Single(span => span.Name == name) is var span ? Filter with { FirstDay = Today.AddDays(span.First), LastDay = Today.AddDays(span.Last) } : Filter),
        };
    }

    private static string Pressed(bool isPressed) => isPressed ? "true" : "false";

    private static string? Date(DateOnly? day) => day?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    private static DateOnly? Day(ChangeEventArgs change) =>
        DateOnly.TryParseExact(change.Value as string, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day : null;
}
