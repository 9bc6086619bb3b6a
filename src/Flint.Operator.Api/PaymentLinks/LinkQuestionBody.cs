using Flint.Operator.Core.PaymentLinks;

namespace Flint.Operator.Api.PaymentLinks;

internal sealed record LinkQuestionBody(string CustomFieldType, string Key, string Label, bool Required, int Position)
{
    public string? PaymentLinkCustomFieldId { get; init; }

    public IReadOnlyList<string>? Options { get; init; }

    public string? Placeholder { get; init; }

    public int? MaxLength { get; init; }

    // The ids of the questions that the link has already: a question is the same one while its key is.
    public static IReadOnlyList<LinkQuestionBody> Of(LinkTerms terms, IReadOnlyList<LinkQuestionId> ids) =>
    [
        .. terms.Questions.Select((question, position) => new LinkQuestionBody(QuestionWords.Of(question.Kind), question.Key, question.Label, question.IsRequired, position)
        {
            PaymentLinkCustomFieldId = ids.FirstOrDefault(id => id.Key == question.Key)?.Id,
            Options = question.Options.Count > 0 ? question.Options : null,
            Placeholder = question.Placeholder,
            MaxLength = question.MaximumLength,
        }),
    ];
}
