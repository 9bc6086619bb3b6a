using Flint.Operator.Core.Sync;
using Flint.Operator.UI.Records;
using Flint.Operator.ViewModels.Records;
using Microsoft.AspNetCore.Components;

namespace Flint.Operator.UI.Buyer;

public sealed partial class BuyerView
{
    [Parameter] public string Lid { get; set; } = "";

    protected override object? LoadKey => Lid;

    private bool IsPaid => ViewModel.Page?.State == RecordState.Paid;

    protected override Task LoadAsync(CancellationToken token) => ViewModel.LoadAsync(Lid, token);

    private string? Age(PayPage page) => Words.Age(page.State, page.SeenAt);

    // A buyer needs to know only whether to scan, to wait, or to ask.
    private string Sentence(PayPage page) => page switch
    {
        { State: RecordState.Paid } => T["Buyer.Paid"],
        { State: RecordState.DeclinedBuyerCanRetry, Url: not null } => T["Buyer.Declined"],
        { Url: not null } => T["Buyer.Scan"],
        { State: RecordState.WaitingToSend or RecordState.Sending or RecordState.Checking or RecordState.OrderSavedCheckoutNotYet } => T["Buyer.Wait"],
        _ => T["Buyer.Ask"],
    };
}
