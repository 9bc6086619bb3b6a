namespace Flint.Operator.Api.PaymentLinks;

// Only what changed. The status alone needs no expected_version (contract 2.3): pausing must win over any other edit.
internal sealed record UpdatePaymentLinkBody(string Status)
{
    public static UpdatePaymentLinkBody Of(bool isActive) => new(isActive ? "active" : "inactive");
}
