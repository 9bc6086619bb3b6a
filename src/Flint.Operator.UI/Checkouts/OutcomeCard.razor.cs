using Flint.Operator.Core.Checkouts;
using Flint.Operator.Core.Sync;
using Flint.Operator.Core.Sync.Connections;
using Flint.Operator.Core.Sync.Operations;
using Flint.Operator.UI.Controls;
using Flint.Operator.ViewModels.Records;
using Flint.Operator.ViewModels.Shell;
using Microsoft.AspNetCore.Components;

namespace Flint.Operator.UI.Checkouts;

/// <summary>Stands where the QR would: why there is none, and what to do next.</summary>
public sealed partial class OutcomeCard
{
    [Parameter, EditorRequired] public Checkout Checkout { get; set; } = default!;

    [Parameter, EditorRequired] public PayPage Page { get; set; } = default!;

    [Parameter, EditorRequired] public string Title { get; set; } = "";

    /// <summary>An earlier checkout of the order is over, and a new one is on its way.</summary>
    [Parameter] public bool IsRenewing { get; set; }

    /// <summary>The key lacks the right to what is still to be sent, so that no network brings it on.</summary>
    [Parameter] public bool IsHeldBack { get; set; }

    private bool IsPaid => Page.State == RecordState.Paid;

    // A page that exists but may not be shown here: its host is not the payment host, or its address was withheld.
    private string Key => Page switch
    {
        { IsForeignHost: true } => "foreign",
        { State: RecordState.OrderSavedCheckoutNotYet } when IsRenewing => "renewing",
        { State: RecordState.Cancelled } when Checkout.CanRenew => "not-collected",
        { State: RecordState.Ready or RecordState.DeclinedBuyerCanRetry } => "hidden",
        _ => Page.StateWord,
    };

    private string Headline => IsPaid ? Words.Age(Page.State, Page.SeenAt) is { } age ? T["Outcome.PaidSeen", age] : T["State.paid"] : T[$"Outcome.{Key}"];

    private string Hint =>
        T[IsHeldBack && Page.State is (RecordState.WaitingToSend or RecordState.Checking or RecordState.OrderSavedCheckoutNotYet) ? "Record.HeldBack" : $"Outcome.{Key}.hint"];

    private IconName Mark => Key is "foreign" or "hidden" ? IconName.Lock : StateLook.Of(Page.StateWord).Icon;

    private string Tone => Key == "foreign" ? "refused" : StateLook.Of(Page.StateWord).Tone;

    private ApiProblem? Problem => Page.State == RecordState.RefusedNeedsYou ? Refused?.Problem : null;

    private Operation? Refused =>
        new[] { Checkout.Order.Creation, Checkout.Session?.Creation }.FirstOrDefault(operation => operation is { State: OperationState.Refused });

    private (string Href, string Label)? Next => Page.State switch
    {
        RecordState.Paid => (Routes.NewCheckout, T["Outcome.NextCharge"]),
        RecordState.Cancelled when !Checkout.CanRenew => (Routes.NewCheckout, T["Outcome.ChargeAnew"]),
        RecordState.RefusedNeedsYou when Refused is { Intent: OperationIntent.CreateOrder } order => ($"{Routes.NewCheckout}?fix={Uri.EscapeDataString(order.Id)}", T["Outcome.Fix"]),
        RecordState.RefusedNeedsYou or RecordState.NeedsYou => (Routes.Outbox, T["Outcome.Decide"]),
        _ => null,
    };
}
