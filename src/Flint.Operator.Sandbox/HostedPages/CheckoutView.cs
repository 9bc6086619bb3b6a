using System.Globalization;
using Flint.Operator.Sandbox.CheckoutSessions;
using Flint.Operator.Sandbox.Orders;

namespace Flint.Operator.Sandbox.HostedPages;

internal sealed record CheckoutView(CheckoutSessionDocument Session, OrderDocument Order)
{
    private static readonly decimal[] UsualTips = [10, 15, 20];

    public OrderTotals Totals { get; } = Order.Totals();

    public string? Error { get; init; }

    public bool NeedsEmail => Session.Settings["customer_collection"]?["require_email"]?.GetValue<bool>() == true;

    /// <summary>The terms a buyer has to agree to, where the session demands it.</summary>
    public string? Terms => Session.Settings["legal"]?["require_terms_of_service"]?.GetValue<bool>() == true
        ? Session.Settings["legal"]!["terms_of_service_url"]?.GetValue<string>()
        : null;

    /// <summary>Why the last try did not pay, in words for the buyer.</summary>
    public string? Declined => Order.Payments.LastOrDefault(payment => payment.CheckoutSessionId == Session.Id) is { State: PaymentState.Failed } last
        ? last.FailureCode switch
        {
            "insufficient_funds" => $"The card ending in {last.Last4} has insufficient funds. Please try another card.",
            "expired_card" => $"The card ending in {last.Last4} has expired. Please try another card.",
            "incorrect_cvc" => "The security code is not right. Please try again.",
            "authentication_required" => "Your bank did not confirm the payment. Please try again or use another card.",
            _ => $"The card ending in {last.Last4} was declined. Please try another card.",
        }
        : null;

    public IReadOnlyList<decimal> TipChoices => Session.Settings["tip"]?["enabled"]?.GetValue<bool>() != true
        ? []
        : [0, .. Session.Settings["tip"]!["tip_percentages"]?.AsArray().Select(percent => percent!.GetValue<decimal>()) ?? UsualTips];

    public bool IsChosen(decimal percent) => percent == 0 ? Order.Tip is null : Order.Tip?.Percent == percent;

    public string Amount(long minor) => AmountText.Write(Order.Money(minor));

    public static string Plain(decimal percent) => percent.ToString("0.####", CultureInfo.InvariantCulture);
}
