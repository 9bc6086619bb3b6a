namespace Flint.Operator.Sandbox.HostedPages;

/// <param name="Field">The form field that carries the choice.</param>
/// <param name="Amount">What it comes to; null for a choice that says so itself.</param>
internal sealed record TipChoice(string Field, string Value, string Label, string? Amount, bool IsChosen);
