using Flint.Operator.Sandbox.CheckoutSessions;
using Flint.Operator.Sandbox.Orders;
using Flint.Operator.Sandbox.PaymentLinks;
using Flint.Operator.Sandbox.State;

namespace Flint.Operator.Sandbox.HostedPages;

/// <summary>A page with one message: nothing can be paid here, or everything has been.</summary>
internal sealed record OutcomeView(string Result, string Title, string Text)
{
    public string? Amount { get; init; }
    public string? ReturnUrl { get; init; }

    public static OutcomeView NotFound { get; } =
        new("not-found", "Nothing here", "This address does not lead to a payment. Please check it, or ask for a new one.");

    public static OutcomeView Inactive(PaymentLinkDocument link) => new(
        "inactive", "Not taking payments right now",
        link.Settings["inactive_message"]?.GetValue<string>() is { Length: > 0 } message
            ? message
            : "The link is switched off for the moment. Nothing was charged.");

    public static OutcomeView SoldOut { get; } =
        new("sold-out", "Sold out", "Everything offered here has been bought. Nothing was charged.");

    /// <param name="isBuyer">Only the holder of the launch token is told what was paid.</param>
    public static OutcomeView Of(CheckoutSessionDocument session, OrderDocument order, bool isBuyer) => session.Status switch
    {
        "paid" or "partially_paid" => new("paid", "Payment received", "Thank you. You can close this page.")
        {
            Amount = isBuyer ? AmountText.Write(order.Money(Collected(session, order))) : null,
            ReturnUrl = isBuyer ? session.Settings["redirects"]?["success_redirect_url"]?.GetValue<string>() : null,
        },
        "expired" => new("expired", "This checkout has expired", "Nothing was charged. Please ask for a new code.")
        {
            ReturnUrl = session.Settings["expiration"]?["expiration_url"]?.GetValue<string>(),
        },
        "closed" => new("closed", "This checkout was closed", "Nothing was charged. Please ask at the counter."),
        _ when session.TerminalReason is "superseded" =>
            new("replaced", "There is a newer checkout", "This code was replaced. Please scan the new one; nothing was charged here."),
        _ => new("closed", "The order has changed", "This code no longer matches the order. Please ask for a new one; nothing was charged."),
    };

    private static long Collected(CheckoutSessionDocument session, OrderDocument order) => order.Payments
        .Where(payment => payment.CheckoutSessionId == session.Id && payment.State == PaymentState.Succeeded)
        .Sum(payment => payment.Amount);
}
