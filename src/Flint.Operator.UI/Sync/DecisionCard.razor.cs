using Flint.Operator.Core.Sync;
using Flint.Operator.Core.Sync.Operations;
using Flint.Operator.ViewModels.Sync;
using Microsoft.AspNetCore.Components;

namespace Flint.Operator.UI.Sync;

/// <summary>An operation that waits for a person: why it does, and everything that can be done about it.</summary>
public sealed partial class DecisionCard
{
    private ElementReference _discard;
    private bool _isDiscardAsked;
    private bool _wasKept;

    [Parameter, EditorRequired] public OutboxItem Item { get; set; } = default!;

    [Parameter, EditorRequired] public OutboxViewModel ViewModel { get; set; } = default!;

    // A conflict is about title and amount themselves: below it says which is whose.
    private string Heading => Item.Amount is null || Item.IsConflict ? Item.Title : string.Join(T["Record.Dot"].Value, Item.Title, Item.Amount);

    // A refusal speaks for itself, and a conflict by its values.
    private string? Why => Item switch
    {
        { CanConvert: true } => T["Outbox.Triage", Item.OperatorName].Value,
        { CanRelease: true } => T["Outbox.TriageSession", Item.OperatorName].Value,
        { IsOfPaidSecond: true } => T["Outbox.Held.PaidSecond"].Value,
        { CanConfirm: true } => T[$"Outbox.Held.{Item.Hold ?? HoldReason.SecondRecord}"].Value,
        _ => null,
    };

    protected override async Task OnAfterRenderAsync(bool firstRender)
    {
        if (!_wasKept) return;
        _wasKept = false;
        await _discard.FocusAsync();
    }

    private void Keep() => (_isDiscardAsked, _wasKept) = (false, true);

    private Task DiscardAsync()
    {
        _isDiscardAsked = false;
        return ViewModel.DiscardCommand.ExecuteAsync(Item.OperationId);
    }
}
