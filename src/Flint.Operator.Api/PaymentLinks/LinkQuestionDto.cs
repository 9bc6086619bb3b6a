using System.Text.Json;
using System.Text.Json.Serialization;
using Flint.Operator.Api.Http;
using Flint.Operator.Core.PaymentLinks;

namespace Flint.Operator.Api.PaymentLinks;

internal sealed record LinkQuestionDto
{
    public string? PaymentLinkCustomFieldId { get; init; }

    public string? CustomFieldType { get; init; }

    public string? Key { get; init; }

    public string? Label { get; init; }

    public bool? Required { get; init; }

    public int? Position { get; init; }

    public IReadOnlyList<string?>? Options { get; init; }

    public string? Placeholder { get; init; }

    public int? MaxLength { get; init; }

    [JsonExtensionData]
    public IDictionary<string, JsonElement>? Rest { get; set; }

    [JsonIgnore]
    public LinkQuestionId? Id => PaymentLinkCustomFieldId is { Length: > 0 } id && Key is not null ? new LinkQuestionId(Key, id) : null;

    // A question with more to it than this app can send back is not one of ours to touch.
    public LinkQuestion? ToQuestion() => Id is not null && Label is not null && QuestionWords.Read(CustomFieldType) is { } kind && !JsonMembers.AnySays(Rest)
        ? new LinkQuestion(Key!, kind, Label)
        {
            IsRequired = Required ?? false,
            Options = kind == QuestionKind.Dropdown ? [.. Options.Present()] : [],
            Placeholder = string.IsNullOrEmpty(Placeholder) ? null : Placeholder,
            MaximumLength = kind is QuestionKind.Text or QuestionKind.LongText ? MaxLength : null,
        }
        : null;
}
