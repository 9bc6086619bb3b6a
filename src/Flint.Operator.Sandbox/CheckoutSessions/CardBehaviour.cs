namespace Flint.Operator.Sandbox.CheckoutSessions;

internal enum CardBehaviour
{
    Pays,
    Declines,
    Challenges,
}
