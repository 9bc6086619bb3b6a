namespace Flint.Operator.UI.Strings;

/// <summary>Names the resource that holds every text the operator reads; see Texts.resx.</summary>
public sealed class Texts;
