using Flint.Operator.Core.Guide;
using Flint.Operator.ViewModels.Records;
using Microsoft.AspNetCore.Components;

namespace Flint.Operator.UI.Records;

/// <summary>A list of links, of checkouts or of both: a screen of its own, or beside one of its records.</summary>
public sealed partial class RecordRows
{
    private string _search = "";

    /// <summary>Which records; null for both kinds.</summary>
    [Parameter] public Surface? Surface { get; set; }

    [Parameter, EditorRequired] public string Label { get; set; } = "";

    /// <summary>The record that the list stands beside; null where the list is the screen.</summary>
    [Parameter] public string? CurrentLid { get; set; }

    [Parameter] public bool CanSearch { get; set; }

    /// <summary>Shown while there is no record at all.</summary>
    [Parameter] public RenderFragment? Empty { get; set; }

    private IReadOnlyList<RecordSummary> Found => _search.Trim() is { Length: > 0 } wanted
        ? [.. ViewModel.Rows.Where(row => Texts(row).Any(text => text.Contains(wanted, StringComparison.CurrentCultureIgnoreCase)))]
        : ViewModel.Rows;

    protected override Task LoadAsync(CancellationToken token) => ViewModel.LoadAsync(Surface, token);

    private IEnumerable<string> Texts(RecordSummary row) => [row.Title, Prices.Amount(row.Amount, row.Range) ?? "", row.Number ?? "", row.OperatorName, T[$"State.{row.StateWord}"]];
}
