using System.Globalization;
using Flint.Operator.Sandbox.CheckoutSessions;
using Flint.Operator.Sandbox.Orders;

namespace Flint.Operator.Sandbox.HostedPages;

/// <summary>What a buyer keeps. Amounts are those of the payment, not of what became of the order since.</summary>
internal sealed class ReceiptView(CheckoutSessionDocument session, OrderDocument order)
{
    private readonly OrderPayment _payment =
        order.Payments.Last(payment => payment.CheckoutSessionId == session.Id && payment.State == PaymentState.Succeeded);

    public OrderDocument Order => order;

    public OrderTotals Totals { get; } = order.Totals();

    public string Paid => Amount(_payment.Amount);

    public string Time => _payment.CompletedAt!.Value.UtcDateTime.ToString("d MMMM yyyy, HH:mm 'UTC'", CultureInfo.InvariantCulture);

    /// <summary>Said only where it is not the whole story of the order.</summary>
    public string? PaidBefore => Totals.Paid > _payment.Amount ? Amount(Totals.Paid - _payment.Amount) : null;

    public string? GivenBack => Totals.Refunded > 0 ? Amount(Totals.Refunded) : null;

    public string PaidWith => _payment.Source is "card"
        ? $"{CultureInfo.InvariantCulture.TextInfo.ToTitleCase(_payment.Brand)} ending in {_payment.Last4}"
        : $"{_payment.Brand}, account ending in {_payment.Last4}";

    public string? ReturnUrl => session.Settings["redirects"]?["success_redirect_url"]?.GetValue<string>();

    public string Amount(long minor) => AmountText.Write(order.Money(minor));
}
