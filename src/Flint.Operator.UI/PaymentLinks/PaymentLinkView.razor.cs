using Flint.Operator.Core.PaymentLinks;
using Flint.Operator.Core.Sync;
using Flint.Operator.Core.Sync.Operations;
using Flint.Operator.UI.Controls;
using Flint.Operator.ViewModels.Records;
using Microsoft.AspNetCore.Components;

namespace Flint.Operator.UI.PaymentLinks;

public sealed partial class PaymentLinkView
{
    [Parameter] public string Lid { get; set; } = "";

    protected override object? LoadKey => Lid;

    private Operation? Refused => ViewModel.Link?.Creation is { State: OperationState.Refused } refused ? refused : null;

    // A link that is not at Flint yet, and does not get there by the network's return.
    private bool IsHeldBack => ViewModel is { MissingRight: not null, Link.State: RecordState.WaitingToSend or RecordState.Checking };

    protected override Task LoadAsync(CancellationToken token) => ViewModel.LoadAsync(Lid, token);

    private string OutcomeKey(PayPage page) => page.IsForeignHost ? "foreign" : ViewModel.Link is { IsBeingPaused: true, State: RecordState.Paused, Snapshot.IsActive: true } ? "pausing" : page.StateWord;

    private IReadOnlyList<TimelineStep> Steps(PaymentLink link) =>
    [
        new(T[link.Creation is null ? "Record.MadeElsewhere" : "Checkout.Step.Saved"], StepProgress.Done, Ages.Precise(link.CreatedAt)),
        new(
            T["Link.Step.Created"],
            link.Snapshot is not null ? StepProgress.Done : Refused is not null ? StepProgress.Failed : StepProgress.Now,
            link.Creation?.SettledAt is { } at ? Ages.Precise(at) : null),
        new(T["Link.Step.Usable"], link.State == RecordState.Ready ? StepProgress.Now : StepProgress.ToDo, link.State == RecordState.Ready ? Words.Age(link.State, link.SeenAt) : null),
    ];
}
