namespace Flint.Operator.Core.PaymentLinks;

/// <summary>How a buyer answers a question of the page.</summary>
public enum QuestionKind
{
    /// <summary>One line of text.</summary>
    Text,

    /// <summary>Several lines of text; <c>textarea</c> on the wire.</summary>
    LongText,

    /// <summary>One of its options.</summary>
    Dropdown,

    /// <summary>A tick.</summary>
    Checkbox,
}
