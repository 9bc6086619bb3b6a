using Flint.Operator.Core.PaymentLinks;

namespace Flint.Operator.Api.PaymentLinks;

internal static class QuestionWords
{
    public static string Of(QuestionKind kind) => kind switch
    {
        QuestionKind.Text => "text",
        QuestionKind.LongText => "textarea",
        QuestionKind.Dropdown => "dropdown",
        QuestionKind.Checkbox => "checkbox",
        _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, "Not a kind that is sent."),
    };

    // Null for a kind that came later.
    public static QuestionKind? Read(string? word) => word switch
    {
        "text" => QuestionKind.Text,
        "textarea" => QuestionKind.LongText,
        "dropdown" => QuestionKind.Dropdown,
        "checkbox" => QuestionKind.Checkbox,
        _ => null,
    };
}
