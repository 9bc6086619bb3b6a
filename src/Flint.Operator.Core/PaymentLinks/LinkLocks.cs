using Flint.Operator.Core.Validation;

namespace Flint.Operator.Core.PaymentLinks;

/// <summary>What of a link cannot be changed from here any more (contract 2.3): lists are replaced whole, so what this app cannot send back it must not touch.</summary>
/// <param name="Price">Its page has more than one plain line: price and quantity stay.</param>
/// <param name="Kind">A donation stays one, and nothing else becomes one.</param>
/// <param name="Terms">Not read since this app knows of them: everything but title and price stays until the link was read again.</param>
/// <param name="Questions">It asks something that this app does not know.</param>
public sealed record LinkLocks(bool Price, bool Kind, bool Terms, bool Questions)
{
    /// <summary>The locks of a link, or of a new one.</summary>
    public static LinkLocks Of(PaymentLink? link) => link?.Snapshot is { } snapshot
        ? new LinkLocks(snapshot.Line is null && snapshot.Terms?.Pricing != LinkPricing.Donation, true, snapshot.Terms is null, snapshot.Terms is null || snapshot.HasForeignQuestions)
        : new LinkLocks(false, link?.Creation is { CanBeEdited: false }, false, false);

    /// <summary>
    /// What stands against a change of a link. Only the fields that change are held against the rules, once the API has it: another
    /// app may have set the others in ways that are not ours to correct.
    /// </summary>
    internal static IReadOnlyList<FieldError> Check(PaymentLink link, PaymentLinkDraft mine, DraftLimits limits)
    {
        var changed = PaymentLinkEdit.Changed(link.Content, mine);
        var errors = mine.Validate(limits).Where(error => link.Snapshot is null || FieldOf(error) == "title" || changed.Contains(FieldOf(error), StringComparer.Ordinal));
        return [.. errors, .. Of(link).Locked(link, mine).Where(error => changed.Contains(FieldOf(error), StringComparer.Ordinal))];
    }

    private IEnumerable<FieldError> Locked(PaymentLink link, PaymentLinkDraft mine)
    {
        var becomesAnother = (link.Told.Terms.Pricing == LinkPricing.Donation) != (mine.Terms.Pricing == LinkPricing.Donation);
        if (Price || (Kind && becomesAnother) || (Terms && mine.Terms.Pricing != LinkPricing.Fixed))
        {
            yield return new FieldError("amount", FieldProblem.Fixed);
        }

        if (Price || Terms)
        {
            yield return new FieldError("quantity", FieldProblem.Fixed);
        }

        if (Questions)
        {
            yield return new FieldError("questions", FieldProblem.Fixed);
        }

        foreach (var field in Terms ? ["description", "maximumCompletions", "checkoutLife", "inactiveMessage"] : Array.Empty<string>())
        {
            yield return new FieldError(field, FieldProblem.Fixed);
        }

        // The PATCH has no word for "no limit any more": its number is a number.
        if (Kind && link.Told.Terms.MaximumCompletions is not null && mine.Terms.MaximumCompletions is null)
        {
            yield return new FieldError("maximumCompletions", FieldProblem.Permanent);
        }

        if (Kind && link.Told.Terms.CheckoutLife is not null && mine.Terms.CheckoutLife is null)
        {
            yield return new FieldError("checkoutLife", FieldProblem.Permanent);
        }
    }

    private static string FieldOf(FieldError error) => error.Field.Split('.', '[')[0];
}
