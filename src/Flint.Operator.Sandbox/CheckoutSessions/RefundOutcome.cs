namespace Flint.Operator.Sandbox.CheckoutSessions;

/// <summary>What a bank does with money that is sent back to one of its cards, the worse the later.</summary>
internal enum RefundOutcome
{
    Succeeds,

    /// <summary>Pending at first, a little later succeeded.</summary>
    Pends,

    /// <summary>Succeeded at first, a little later failed.</summary>
    Fails,
}
