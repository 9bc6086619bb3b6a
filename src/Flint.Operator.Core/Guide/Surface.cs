namespace Flint.Operator.Core.Guide;

/// <summary>The two hosted pages an operator can choose between.</summary>
public enum Surface
{
    /// <summary>A reusable page; its URL is shared and used again.</summary>
    PaymentLink,

    /// <summary>A page for one buyer and one order.</summary>
    CheckoutSession,
}
