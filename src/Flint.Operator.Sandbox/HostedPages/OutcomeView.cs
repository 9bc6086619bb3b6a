using Flint.Operator.Sandbox.CheckoutSessions;
using Flint.Operator.Sandbox.PaymentLinks;

namespace Flint.Operator.Sandbox.HostedPages;

/// <summary>A page with one message: nothing can be paid here, and why.</summary>
internal sealed record OutcomeView(string Result, string Title, string Text)
{
    private const string Safe = "Nothing was charged here.";

    /// <summary>What was to be bought, where everybody may know.</summary>
    public string? Subject { get; init; }

    public string? ReturnUrl { get; init; }

    public static OutcomeView NotFound { get; } =
        new("not-found", "Nothing here", "This address does not lead to a payment. Please check it, or ask for a new one.");

    public static OutcomeView Inactive(PaymentLinkDocument link) => new(
        "inactive", "Not taking payments right now",
        link.Settings["inactive_message"]?.GetValue<string>() is { Length: > 0 } message
            ? message
            : $"The seller has switched this page off for the moment. {Safe}")
    {
        Subject = link.Name,
    };

    public static OutcomeView SoldOut(PaymentLinkDocument link) =>
        new("sold-out", "Sold out", $"Everything offered here has been bought. {Safe}") { Subject = link.Name };

    /// <summary>What anyone may know of a session that is over. Amounts and receipt are for its buyer alone.</summary>
    public static OutcomeView Of(CheckoutSessionDocument session) => session.Status switch
    {
        "paid" or "partially_paid" => new(
            "already-paid", "This has already been paid", "There is nothing left to pay here. The receipt is with whoever paid."),
        "expired" => new("expired", "This checkout has expired", $"{Safe} Please ask for a new code.")
        {
            ReturnUrl = session.Settings["expiration"]?["expiration_url"]?.GetValue<string>(),
        },
        "closed" => new("closed", "This checkout was closed", $"The seller has ended it. {Safe} Please ask at the counter."),
        _ when session.TerminalReason is "superseded" =>
            new("replaced", "There is a newer checkout", $"This code was replaced by another one. {Safe} Please scan the new code."),
        _ => new("invalidated", "The order has changed", $"This code no longer matches the order. {Safe} Please ask for a new code."),
    };
}
