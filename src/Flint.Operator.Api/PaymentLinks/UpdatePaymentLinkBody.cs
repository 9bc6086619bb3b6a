using Flint.Operator.Api.Http;
using Flint.Operator.Core.PaymentLinks;
using Flint.Operator.Core.Sync;
using Flint.Operator.Core.Sync.Operations;
using Flint.Operator.Core.Sync.Push;

namespace Flint.Operator.Api.PaymentLinks;

// Only what changed.
internal sealed record UpdatePaymentLinkBody
{
    public string? Name { get; init; }

    public string? Status { get; init; }

    public IReadOnlyList<LinkLineBody>? LineItems { get; init; }

    public ClearableMoneyDto? DonationMinAmountMoney { get; init; }

    public ClearableMoneyDto? DonationMaxAmountMoney { get; init; }

    public IReadOnlyList<MoneyDto>? DonationSuggestedAmountMoneyOptions { get; init; }

    public string? Description { get; init; }

    public int? MaxCompletions { get; init; }

    public ExpirationDto? Expiration { get; init; }

    public string? InactiveMessage { get; init; }

    public IReadOnlyList<LinkQuestionBody>? CustomFields { get; init; }

    public long? ExpectedVersion { get; init; }

    // The status alone needs no expected_version (contract 2.3): pausing must win over any other edit.
    public static UpdatePaymentLinkBody Of(OperationIntent.SetPaymentLinkActive change) =>
        new() { Status = change.IsActive ? "active" : "inactive", InactiveMessage = change.InactiveMessage };

    public static UpdatePaymentLinkBody Of(OperationIntent.UpdatePaymentLink edit, WireTargets targets)
    {
        var link = targets.Link ?? throw new InvalidOperationException("An edit is sent only for a link that was read.");
        var changed = PaymentLinkEdit.Changed(edit.Base, edit.Mine);
        var wanted = PaymentLinkEdit.Merge(edit, PaymentLinkDraft.Of(link));
        var donation = Has("amount") && wanted.Terms is { Pricing: LinkPricing.Donation, Range: var range } ? range : null;
        return new UpdatePaymentLinkBody
        {
            Name = Has("title") ? wanted.Title : null,
            LineItems = Line(link, wanted, changed) is { } line ? [line] : null,
            DonationMinAmountMoney = donation is null ? null : ClearableMoneyDto.Of(donation.Minimum),
            DonationMaxAmountMoney = donation is null ? null : ClearableMoneyDto.Of(donation.Maximum),
            DonationSuggestedAmountMoneyOptions = donation is null ? null : [.. donation.Suggested.Select(MoneyDto.Of)],
            Description = Has("description") ? wanted.Terms.Description ?? "" : null,
            MaxCompletions = Has("maximumCompletions") ? wanted.Terms.MaximumCompletions : null,
            Expiration = Has("checkoutLife") ? ExpirationDto.Of(wanted.Terms.CheckoutLife, link.ExpirationUrl) : null,
            InactiveMessage = Has("inactiveMessage") ? wanted.Terms.InactiveMessage ?? "" : null,

            // Sent whole, they would take away one that has come since and that this app does not know.
            CustomFields = Has("questions") && !link.HasForeignQuestions ? LinkQuestionBody.Of(wanted.Terms, link.QuestionIds) : null,
            ExpectedVersion = link.Version,
        };

        bool Has(string field) => changed.Contains(field, StringComparer.Ordinal);
    }

    // Our own links name their line after the page; the two stay together.
    private static LinkLineBody? Line(PaymentLinkSnapshot link, PaymentLinkDraft wanted, IReadOnlyList<string> changed)
    {
        if (link.Line is not { } line || wanted is { AmountMoney: null, Terms.Range: null } || wanted.Terms.Pricing == LinkPricing.Donation)
        {
            return null;
        }

        var name = changed.Contains("title", StringComparer.Ordinal) && line.Name == link.Title ? wanted.Title : line.Name;
        return name != line.Name || changed.Any(field => field is "amount" or "quantity") ? LinkLineBody.Of(wanted, name, line) : null;
    }
}
