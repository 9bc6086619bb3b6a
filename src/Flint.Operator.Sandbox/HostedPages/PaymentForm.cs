using System.Globalization;
using System.Net.Mail;
using Flint.Operator.Sandbox.CheckoutSessions;

namespace Flint.Operator.Sandbox.HostedPages;

/// <summary>Holds what a buyer filled in against what the session asks for. It carries no amount that counts.</summary>
internal sealed class PaymentForm(IFormCollection form)
{
    /// <summary>The total the buyer saw. It can only stop a payment, never set one.</summary>
    public const string Shown = "shown";

    private static readonly string[] Harmless = ["email", "phone", "line1", "city", "state", "postal_code", "country", "terms"];

    public string Email => form["email"].ToString().Trim();

    public TestCard? Card => TestCard.Find(form["number"].ToString());

    public TestBankAccount? Account => TestBankAccount.Find(form["routing"].ToString(), form["account"].ToString());

    public bool IsBankDebit => form["method"] == "ach_debit";

    /// <summary>Everything that may be shown again.</summary>
    public IReadOnlyDictionary<string, string> Typed => form
        .Where(pair => Harmless.Contains(pair.Key, StringComparer.Ordinal))
        .ToDictionary(pair => pair.Key, pair => pair.Value.ToString(), StringComparer.Ordinal);

    public FormProblem? Check(CheckoutView view) => Method(view) ?? Person(view) ?? Total(view);

    private FormProblem? Method(CheckoutView view)
    {
        if (IsBankDebit && view.TakesBankDebit)
            return Account is null ? new FormProblem("account", "Only test accounts work here. Never type a real account into a test page.") : null;
        if (Card is null)
            return new FormProblem("number", "Only test card numbers work here. Never type a real card into a test page.");
        if (!TestCard.IsFutureExpiry(form["expiry"].ToString(), view.Now))
            return new FormProblem("expiry", "Please enter an expiry in the future, as MM/YY.");
        return TestCard.IsCvc(form["cvc"].ToString()) ? null : new FormProblem("cvc", "The security code has 3 or 4 digits.");
    }

    private FormProblem? Person(CheckoutView view)
    {
        if (view.Needs("email") && !MailAddress.TryCreate(Email, out _))
            return new FormProblem("email", "Please enter an e-mail address for the receipt.");
        if (view.Needs("phone") && form["phone"].ToString().Count(char.IsAsciiDigit) < 6)
            return new FormProblem("phone", "Please enter a phone number.");
        if (view.Needs("billing_address") && BillingAddress.Fields.FirstOrDefault(field => string.IsNullOrWhiteSpace(form[field.Name])) is { Name: { } name, Label: var label })
            return new FormProblem(name, $"Please complete the billing address: {label} is missing.");
        return view.Terms is { Length: > 0 } && form["terms"] != "true" ? new FormProblem("terms", "Please agree to the terms of service.") : null;
    }

    /// <summary>Nobody pays another total than the one they saw, though it was right to change.</summary>
    private FormProblem? Total(CheckoutView view) =>
        form[Shown].ToString() is { Length: > 0 } shown && shown != view.Totals.Outstanding.ToString(CultureInfo.InvariantCulture)
            ? new FormProblem(null, "The total has changed since you saw it. Nothing was charged: please check it and pay again.")
            : null;
}
