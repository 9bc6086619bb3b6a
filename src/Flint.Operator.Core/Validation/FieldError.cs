namespace Flint.Operator.Core.Validation;

/// <summary>One thing that is wrong with what an operator entered, and where. The words for it come from the app's texts.</summary>
/// <param name="Field">Path of the field as the screen names it: <c>title</c>, <c>lines[0].quantity</c>.</param>
/// <param name="Problem">What is wrong with it.</param>
/// <param name="Limit">The limit that was passed, already readable: a number of characters, an amount in minor units.</param>
public sealed record FieldError(string Field, FieldProblem Problem, long? Limit = null);
