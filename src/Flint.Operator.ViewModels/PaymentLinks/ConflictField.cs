namespace Flint.Operator.ViewModels.PaymentLinks;

/// <summary>One field that was changed here and at the API, as a person compares it.</summary>
/// <param name="Name"><c>title</c> or <c>amount</c>.</param>
/// <param name="Before">What it was when it was changed here; null for an amount that the buyer chooses.</param>
/// <param name="Mine">What it was changed to here.</param>
/// <param name="Theirs">What it is at the API now.</param>
public sealed record ConflictField(string Name, string? Before, string? Mine, string? Theirs);
