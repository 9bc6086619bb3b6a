using Flint.Operator.Core.Amounts;
using Flint.Operator.Core.PaymentLinks;
using Flint.Operator.Core.Sync;
using Flint.Operator.Core.Sync.Operations;
using Flint.Operator.UI.Records;
using Flint.Operator.ViewModels.PaymentLinks;
using Microsoft.AspNetCore.Components;

namespace Flint.Operator.UI.PaymentLinks;

/// <summary>How often a link was used, and the switch that takes it out of use.</summary>
public sealed partial class SwitchCard
{
    /// <summary>A link that is at Flint.</summary>
    [Parameter, EditorRequired] public PaymentLink Link { get; set; } = default!;

    [Parameter, EditorRequired] public PaymentLinkViewModel ViewModel { get; set; } = default!;

    private bool IsActive => Link.Snapshot!.IsActive;

    // Asked for and not yet so: the outbox has it, and a second tap would only stand in line behind it.
    private bool IsSwitching => ViewModel.PauseCommand.IsRunning || ViewModel.ResumeCommand.IsRunning || Link.OpenSwitch is { NeedsPerson: false };

    private string? MessageError => ViewModel.Failure is SaveOutcome.Invalid { Errors: [var error, ..] } ? FieldMessage.Of(T, error, Currency.Of("USD")) : null;

    private string Hint => T[(Link.OpenSwitch, IsActive) switch
    {
        ({ NeedsPerson: true }, _) => "Link.SwitchStopped",
        ({ Intent: OperationIntent.SetPaymentLinkActive { IsActive: true } }, _) => "Link.ResumeAsked",
        ({ }, _) => "Link.SwitchAsked",
        (null, true) => "Link.PauseHint",
        (null, false) => "Link.ResumeHint",
    }];

    private async Task SwitchAsync()
    {
        if (!IsSwitching) await (IsActive ? ViewModel.PauseCommand : ViewModel.ResumeCommand).ExecuteAsync(null);
    }
}
