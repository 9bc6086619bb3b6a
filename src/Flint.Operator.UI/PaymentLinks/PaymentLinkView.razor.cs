using Flint.Operator.Core.PaymentLinks;
using Flint.Operator.Core.Sync;
using Flint.Operator.UI.Controls;
using Flint.Operator.ViewModels.Records;
using Microsoft.AspNetCore.Components;

namespace Flint.Operator.UI.PaymentLinks;

public sealed partial class PaymentLinkView
{
    private bool? _askedFor;

    [Parameter] public string Lid { get; set; } = "";

    protected override object? LoadKey => Lid;

    private Operation? Refused => ViewModel.Link?.Creation is { State: OperationState.Refused } refused ? refused : null;

    // Asked for and not yet so: the outbox has it, and a second tap would only ask again.
    private bool IsSwitching => ViewModel.PauseCommand.IsRunning || ViewModel.ResumeCommand.IsRunning || (_askedFor is { } asked && asked != ViewModel.Link?.Snapshot?.IsActive);

    protected override Task LoadAsync(CancellationToken token)
    {
        _askedFor = null;
        return ViewModel.LoadAsync(Lid, token);
    }

    private static string OutcomeKey(PayPage page) => page.IsForeignHost ? "foreign" : page.StateWord;

    private string SwitchHint(bool isActive) => T[IsSwitching ? "Link.SwitchAsked" : isActive ? "Link.PauseHint" : "Link.ResumeHint"];

    private IReadOnlyList<TimelineStep> Steps(PaymentLink link) =>
    [
        new(T["Checkout.Step.Saved"], StepProgress.Done, Ages.Precise(link.CreatedAt)),
        new(
            T["Link.Step.Created"],
            link.Snapshot is not null ? StepProgress.Done : Refused is not null ? StepProgress.Failed : StepProgress.Now,
            link.Creation?.SettledAt is { } at ? Ages.Precise(at) : null),
        new(T["Link.Step.Usable"], link.State == RecordState.Ready ? StepProgress.Now : StepProgress.ToDo, Words.Age(link.State, link.SeenAt)),
    ];

    private async Task SwitchAsync(bool isActive)
    {
        if (IsSwitching) return;
        _askedFor = !isActive;
        await (isActive ? ViewModel.PauseCommand : ViewModel.ResumeCommand).ExecuteAsync(null);
        if (ViewModel.Failure is not null) _askedFor = null;
    }
}
