namespace Flint.Operator.ViewModels.Checkouts;

/// <summary>What the buyer reads where the operator has typed no name.</summary>
/// <param name="Sale">For an amount from the keypad.</param>
/// <param name="Discount">For a discount.</param>
public sealed record ChargeNames(string Sale, string Discount);
