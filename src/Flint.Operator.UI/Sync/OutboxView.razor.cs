using Flint.Operator.UI.Shell;
using Flint.Operator.ViewModels.Sync;
using Microsoft.AspNetCore.Components;

namespace Flint.Operator.UI.Sync;

public sealed partial class OutboxView
{
    [CascadingParameter] public ShellStatus? Status { get; set; }

    private IReadOnlyList<OutboxItem> Flowing => [.. ViewModel.Items.Where(item => !NeedsPerson(item))];

    private bool CanSend => ViewModel.Items.Any(item => item.CanSendNow);

    private string Oldest => string.Join(
        T["Record.Dot"].Value,
        new[]
        {
            ViewModel.Summary.OldestAt is { } at ? T["Outbox.Oldest", Ages.Of(at)].Value : null,
            string.Equals(Status?.Connectivity, "offline", StringComparison.Ordinal) ? T["Outbox.Offline"].Value : null,
        }.OfType<string>());

    protected override Task LoadAsync(CancellationToken token) => ViewModel.LoadAsync(token);

    private static bool NeedsPerson(OutboxItem item) => item.CanDiscard || item.CanRelease || item.CanConfirm;
}
