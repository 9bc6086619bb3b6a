namespace Flint.Operator.UI.Controls;

/// <summary>A choice of a select: its value and the word shown.</summary>
public sealed record FieldOption(string Value, string Text);
