using Flint.Operator.UI.Controls;
using Flint.Operator.UI.Records;
using Flint.Operator.UI.Shell;
using Flint.Operator.ViewModels.Shell;
using Microsoft.AspNetCore.Components;

namespace Flint.Operator.UI.PaymentLinks;

public sealed partial class NewPaymentLinkView
{
    private readonly string _more = ElementId.Next("more");

    /// <summary>The link to change; null for a new one.</summary>
    [Parameter] public string? Lid { get; set; }

    /// <summary>The refused operation to correct; null for a new link.</summary>
    [SupplyParameterFromQuery(Name = "fix")] public string? Fix { get; set; }

    /// <summary>The link to start from; null for an empty form.</summary>
    [SupplyParameterFromQuery(Name = "from")] public string? From { get; set; }

    [CascadingParameter] public ShellStatus? Status { get; set; }

    protected override object? LoadKey => (Lid, Fix, From);

    private string Heading => T[Lid is not null ? "LinkEdit.Title" : ViewModel.Refusal is null ? "LinkNew.Title" : "LinkNew.FixTitle"];

    private string Back => Lid is null ? Routes.Links : Routes.Link(Lid);

    private bool IsOffline => string.Equals(Status?.Connectivity, "offline", StringComparison.Ordinal);

    protected override Task LoadAsync(CancellationToken token) => Lid is null ? ViewModel.LoadAsync(Fix, From, token) : ViewModel.LoadForEditAsync(Lid, token);

    private string? ErrorText(string field) => ViewModel.ErrorFor(field) is { } error ? FieldMessage.Of(T, error, ViewModel.Currency) : null;

    // A second tap while the first is being saved, or before the screen has changed, must not make a second link.
    private async Task SaveAsync()
    {
        if (ViewModel.SaveCommand.IsRunning || ViewModel.SavedLid is not null) return;
        await ViewModel.SaveCommand.ExecuteAsync(null);
        if (ViewModel.SavedLid is { } lid) Navigation.NavigateTo(Routes.Link(lid));
    }
}
