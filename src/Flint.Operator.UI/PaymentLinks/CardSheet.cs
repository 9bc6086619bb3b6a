namespace Flint.Operator.UI.PaymentLinks;

/// <summary>What a printed sheet holds.</summary>
internal enum CardSheet
{
    /// <summary>One card on A6, for the counter.</summary>
    A6,

    /// <summary>One card on A4, for a wall.</summary>
    A4,

    /// <summary>Four A6 cards on A4, to be cut.</summary>
    A4Four,

    /// <summary>Sixteen small ones on A4, to be handed out.</summary>
    A4Sixteen,
}
