using Flint.Operator.Core.Checkouts;
using Flint.Operator.Core.Sync;
using Flint.Operator.ViewModels.Records;
using Microsoft.AspNetCore.Components;

namespace Flint.Operator.UI.Checkouts;

public sealed partial class CheckoutView
{
    private bool _isCloseAsked;

    [Parameter] public string Lid { get; set; } = "";

    protected override object? LoadKey => Lid;

    private string EndsHint => (ViewModel.CanClose, _isCloseAsked) switch
    {
        (true, true) => T["Checkout.CloseAsked"],
        (true, false) => T["Checkout.EndsHint"],
        _ => T["Checkout.RenewHint"],
    };

    protected override Task LoadAsync(CancellationToken token)
    {
        _isCloseAsked = false;
        return ViewModel.LoadAsync(Lid, token);
    }

    private static DateTimeOffset? SeenAt(Checkout checkout) => checkout.Session?.SeenAt ?? checkout.Order.SeenAt;

    private string TitleOf(Checkout checkout) => Words.Title(checkout.Order.Title, checkout.Order.MoreLines);

    private string Heading(Checkout checkout) =>
        checkout.Order.Snapshot?.Number is { } number ? T["Record.Order", number] : T["Checkout.NoNumber"];

    private string DiscountLabel(Checkout checkout) => checkout.Order.Draft.Discount switch
    {
        { Percent: { } percent, Name: var name } => T["Checkout.DiscountPercent", name, percent],
        { Name: var name } => name,
        _ => T["Charge.DiscountName"],
    };

    private string TipLabel(Checkout checkout) =>
        checkout.Order.Draft.TipPercent is { } percent ? T["Charge.Tip", percent] : T["Charge.TipLegend"];

    private string EndsTitle(PayPage page) =>
        ViewModel.CanClose && page.ExpiresAt is { } end ? T["Checkout.Ends", Ages.Clock(end)] : T["Checkout.Over"];

    // Spoken once for each change of state, not for each tick of the ages.
    private string Announcement(PayPage page) => T["Checkout.Announce", T[$"State.{page.StateWord}"].Value, page.Amount ?? ""];

    private async Task RenewAsync()
    {
        if (!ViewModel.RenewCommand.IsRunning) await ViewModel.RenewCommand.ExecuteAsync(null);
    }

    private async Task CloseAsync()
    {
        if (ViewModel.CloseCommand.IsRunning) return;
        await ViewModel.CloseCommand.ExecuteAsync(null);
        _isCloseAsked = ViewModel.Failure is null;
    }
}
