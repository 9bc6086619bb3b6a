using System.Globalization;
using System.Text.Json.Nodes;
using Flint.Operator.Sandbox.CheckoutSessions;
using Flint.Operator.Sandbox.Orders;

namespace Flint.Operator.Sandbox.HostedPages;

internal sealed record CheckoutView(CheckoutSessionDocument Session, OrderDocument Order, DateTimeOffset Now)
{
    public OrderTotals Totals { get; } = Order.Totals();

    public TipOffer Tips { get; } = new(Session, Order);

    public LegalLinks Legal { get; } = new(Session.Settings);

    public FormProblem? Problem { get; init; }

    /// <summary>The harmless part of what was typed before; a card number is never shown again.</summary>
    public IReadOnlyDictionary<string, string> Typed { get; init; } = new Dictionary<string, string>(StringComparer.Ordinal);

    public JsonNode? Customer => Session.Settings["customer_collection"];

    public bool Needs(string what) => Customer?[$"require_{what}"]?.GetValue<bool>() == true;

    /// <summary>The terms a buyer has to agree to, where the session demands it.</summary>
    public string? Terms => Session.Settings["legal"]?["require_terms_of_service"]?.GetValue<bool>() == true
        ? Session.Settings["legal"]!["terms_of_service_url"]?.GetValue<string>()
        : null;

    public string? CancelUrl => Session.Settings["redirects"]?["cancel_redirect_url"]?.GetValue<string>();

    public bool TakesBankDebit => Session.Settings["payments"]?["enabled_payment_options"]?.AsArray()
        .Any(option => option!.GetValue<string>() is "ach_debit") == true;

    /// <summary>Why the last try did not pay, in words for the buyer.</summary>
    public string? Declined => LastPayment is { State: PaymentState.Failed } last
        ? last.FailureCode switch
        {
            "insufficient_funds" when last.Source is "ach_debit" => $"The account ending in {last.Last4} has insufficient funds. Please pay another way.",
            "bank_account_closed" => $"The account ending in {last.Last4} is closed. Please pay another way.",
            "insufficient_funds" => $"The card ending in {last.Last4} has insufficient funds. Please try another card.",
            "expired_card" => $"The card ending in {last.Last4} has expired. Please try another card.",
            "incorrect_cvc" => "The security code is not right. Please try again.",
            "authentication_required" => "Your bank did not confirm the payment. Please try again or use another card.",
            _ => $"The card ending in {last.Last4} was declined. Please try another card.",
        }
        : null;

    public OrderPayment? LastPayment => Order.Payments.LastOrDefault(payment => payment.CheckoutSessionId == Session.Id);

    public long SecondsLeft => Math.Max(0, (long)(Session.ExpiresAt - Now).TotalSeconds);

    public string TimeLeft => SecondsLeft switch
    {
        < 120 and var seconds => Count(seconds, "second"),
        < 7200 and var seconds => Count(seconds / 60, "minute"),
        var seconds => Count(seconds / 3600, "hour"),
    };

    public string EndsAt => Session.ExpiresAt.UtcDateTime.ToString("d MMMM, HH:mm 'UTC'", CultureInfo.InvariantCulture);

    public string Amount(long minor) => AmountText.Write(Order.Money(minor));

    public string TypedOr(string name, string? otherwise) => Typed.GetValueOrDefault(name, otherwise ?? "");

    private static string Count(long number, string unit) => number == 1 ? $"1 {unit}" : $"{number} {unit}s";
}
