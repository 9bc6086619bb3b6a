namespace Flint.Operator.Core.Guide;

/// <summary>The three questions, in the order they are asked.</summary>
public enum GuideQuestion
{
    /// <summary>Will the page be used more than once?</summary>
    Reusable,

    /// <summary>Is there one specific order, quote, registration or balance due?</summary>
    HasOneOrder,

    /// <summary>Will you send the page by hand, often (text, e-mail, post, print)?</summary>
    SentByHand,
}
