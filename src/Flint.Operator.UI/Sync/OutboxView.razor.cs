using Flint.Operator.Core.Sync;
using Flint.Operator.Core.Sync.Connections;
using Flint.Operator.Core.Sync.Operations;
using Flint.Operator.UI.Shell;
using Flint.Operator.UI.Strings;
using Flint.Operator.ViewModels.Sync;
using Microsoft.AspNetCore.Components;

namespace Flint.Operator.UI.Sync;

public sealed partial class OutboxView
{
    [CascadingParameter] public ShellStatus? Status { get; set; }

    // What is being looked up comes first: that is where a question is open. The rest keeps the order it was tapped in.
    private IReadOnlyList<OutboxItem> Flowing =>
        [.. ViewModel.Items.Where(item => !item.NeedsPerson).OrderBy(item => item.State == RecordState.Checking ? 0 : 1)];

    private IEnumerable<IGrouping<HoldReason, OutboxItem>> HeldTogether => ViewModel.Items.Where(item => item.IsHeldTogether).GroupBy(item => item.Hold!.Value);

    private bool CanSend => ViewModel.Items.Any(item => item.CanSendNow);

    private string Facts => string.Join(
        T["Record.Dot"].Value,
        new[]
        {
            ViewModel.Summary.OldestAt is { } at ? T["Outbox.Oldest", Ages.Of(at)].Value : null,
            ViewModel.Summary.NeedPerson > 0 ? T.Counted("Outbox.NeedYou", ViewModel.Summary.NeedPerson) : null,
            ViewModel.Summary.OfAnotherAccount > 0 ? T.Counted("Outbox.OfAnotherAccount", ViewModel.Summary.OfAnotherAccount) : null,
            Status switch
            {
                { Notice: not null } => T["Outbox.Stopped"].Value,
                { Connectivity: "offline" } => T["Outbox.Offline"].Value,
                _ => null,
            },
        }.OfType<string>());

    protected override Task LoadAsync(CancellationToken token) => ViewModel.LoadAsync(token);
}
