namespace Flint.Operator.Core.Guide;

/// <summary>What the operator has answered so far; null is not asked yet.</summary>
/// <param name="Reusable">Will the page be used more than once?</param>
/// <param name="HasOneOrder">Is there one specific order, quote, registration or balance due?</param>
/// <param name="SentByHand">Will the page be sent by hand, often?</param>
public sealed record GuideAnswers(bool? Reusable = null, bool? HasOneOrder = null, bool? SentByHand = null);
