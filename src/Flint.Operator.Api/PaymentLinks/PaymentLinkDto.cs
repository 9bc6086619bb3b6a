using Flint.Operator.Api.Http;
using Flint.Operator.Core.Amounts;
using Flint.Operator.Core.PaymentLinks;

namespace Flint.Operator.Api.PaymentLinks;

internal sealed record PaymentLinkDto
{
    public string? PaymentLinkId { get; init; }

    public string? Name { get; init; }

    public string? Status { get; init; }

    public string? Url { get; init; }

    public long? Version { get; init; }

    public int? CompletedCount { get; init; }

    public string? Origin { get; init; }

    public string? ExternalReferenceId { get; init; }

    public DateTimeOffset? CreatedAt { get; init; }

    public DateTimeOffset? UpdatedAt { get; init; }

    public string? PaymentLinkType { get; init; }

    public IReadOnlyList<PaymentLinkLineDto?>? LineItems { get; init; }

    public MoneyDto? DonationMinAmountMoney { get; init; }

    public MoneyDto? DonationMaxAmountMoney { get; init; }

    public IReadOnlyList<MoneyDto?>? DonationSuggestedAmountMoneyOptions { get; init; }

    public string? Description { get; init; }

    public int? MaxCompletions { get; init; }

    public ExpirationDto? Expiration { get; init; }

    public string? InactiveMessage { get; init; }

    public IReadOnlyList<LinkQuestionDto?>? CustomFields { get; init; }

    public PaymentLinkSnapshot? ToSnapshot()
    {
        if (string.IsNullOrEmpty(PaymentLinkId) || Name is null || Status is null || Url is null || Version is null || !TryReadPrice(out var price) || !TryReadRange(out var range))
        {
            return null;
        }

        var questions = Questions.Select(question => question.ToQuestion()).ToList();
        return new PaymentLinkSnapshot
        {
            RemoteId = PaymentLinkId,
            Reference = ExternalReferenceId,
            CreatedAt = CreatedAt,
            UpdatedAt = UpdatedAt,
            Title = Name,
            AmountMoney = price,
            Line = LineItems.Present() is [var only] ? only.ToLine() : null,
            Terms = Terms(range) with { Questions = [.. questions.OfType<LinkQuestion>()] },
            QuestionIds = [.. Questions.Select(question => question.Id).OfType<LinkQuestionId>()],
            HasForeignQuestions = questions.Contains(null),
            ExpirationUrl = Expiration?.ExpirationUrl,
            IsActive = Status == "active",
            Url = Url,
            Version = Version.Value,
            CompletedCount = CompletedCount ?? 0,
            Origin = Origin,
        };
    }

    private bool IsDonation => PaymentLinkType == "donation";

    private IEnumerable<LinkQuestionDto> Questions => CustomFields.Present().OrderBy(question => question.Position ?? int.MaxValue);

    private LinkTerms Terms(PriceRange? range) => new()
    {
        Pricing = IsDonation ? LinkPricing.Donation : range is null ? LinkPricing.Fixed : LinkPricing.BuyerChooses,
        Range = range,
        Quantity = LineItems.Present() is [var first, ..] ? first.QuantityRange : null,
        Description = Said(Description),
        MaximumCompletions = MaxCompletions > 0 ? MaxCompletions : null,
        CheckoutLife = Expiration?.ExpiresInSeconds is { } seconds ? TimeSpan.FromSeconds(seconds) : null,
        InactiveMessage = Said(InactiveMessage),
    };

    private static string? Said(string? text) => string.IsNullOrWhiteSpace(text) ? null : text;

    // No price is fine (the buyer or the catalogue says it); a price in an unknown currency is not.
    private bool TryReadPrice(out Money? price)
    {
        var written = LineItems.Present() is [{ AllowUnitPriceAdjustment: not true } first, ..] ? first.UnitPriceMoney : null;
        price = written?.ToMoney();
        return written is null || price is not null;
    }

    private bool TryReadRange(out PriceRange? range)
    {
        var written = IsDonation
            ? new PriceRangeDto(DonationMinAmountMoney, DonationMaxAmountMoney, DonationSuggestedAmountMoneyOptions)
            : LineItems.Present() is [var first, ..] ? first.Range : null;
        range = written?.ToRange();
        return written is null || range is not null;
    }
}
