namespace Flint.Operator.Core.Sync;

/// <summary>The kinds of record that operations make at the API.</summary>
public enum RecordKind
{
    /// <summary><c>/v1/payment-links</c>.</summary>
    PaymentLink,

    /// <summary><c>/v1/orders</c>.</summary>
    Order,

    /// <summary><c>/v1/checkout-sessions</c>.</summary>
    CheckoutSession,
}
