namespace Flint.Operator.Core.PaymentLinks;

/// <summary>What the API calls a question.</summary>
/// <param name="Key">The caller's own key of it.</param>
/// <param name="Id">The API's id.</param>
public sealed record LinkQuestionId(string Key, string Id);
