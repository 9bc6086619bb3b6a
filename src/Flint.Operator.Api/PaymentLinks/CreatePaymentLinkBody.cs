using Flint.Operator.Api.Http;
using Flint.Operator.Core.PaymentLinks;
using Flint.Operator.Core.Sync;
using Flint.Operator.Core.Sync.Operations;

namespace Flint.Operator.Api.PaymentLinks;

internal sealed record CreatePaymentLinkBody
{
    public required string Name { get; init; }

    public required string ExternalReferenceId { get; init; }

    public string? PaymentLinkType { get; init; }

    public IReadOnlyList<LinkLineBody>? LineItems { get; init; }

    public MoneyDto? DonationMinAmountMoney { get; init; }

    public MoneyDto? DonationMaxAmountMoney { get; init; }

    public IReadOnlyList<MoneyDto>? DonationSuggestedAmountMoneyOptions { get; init; }

    public string? Description { get; init; }

    public int? MaxCompletions { get; init; }

    public ExpirationDto? Expiration { get; init; }

    public string? InactiveMessage { get; init; }

    public IReadOnlyList<LinkQuestionBody>? CustomFields { get; init; }

    public required MetadataBody Metadata { get; init; }

    public static CreatePaymentLinkBody Of(Operation operation, PaymentLinkDraft draft)
    {
        var terms = draft.Terms;
        var donation = terms is { Pricing: LinkPricing.Donation, Range: var range } ? range : null;
        return new CreatePaymentLinkBody
        {
            Name = draft.Title,
            ExternalReferenceId = operation.Reference,
            PaymentLinkType = donation is null ? null : "donation",
            LineItems = donation is null ? [LinkLineBody.Of(draft, draft.Title, null)] : null,
            DonationMinAmountMoney = MoneyDto.OfOptional(donation?.Minimum),
            DonationMaxAmountMoney = MoneyDto.OfOptional(donation?.Maximum),
            DonationSuggestedAmountMoneyOptions = donation is { Suggested: { Count: > 0 } suggested } ? [.. suggested.Select(MoneyDto.Of)] : null,
            Description = terms.Description,
            MaxCompletions = terms.MaximumCompletions,
            Expiration = ExpirationDto.Of(terms.CheckoutLife, null),
            InactiveMessage = terms.InactiveMessage,
            CustomFields = terms.Questions.Count > 0 ? LinkQuestionBody.Of(terms, []) : null,
            Metadata = MetadataBody.Of(operation),
        };
    }
}
