namespace Flint.Operator.Core.PaymentLinks;

/// <summary>One field of a link as an edit sees it: what is compared, and what is taken over from another copy.</summary>
internal sealed record LinkField(string Name, Func<PaymentLinkDraft, object?> Read, Func<PaymentLinkDraft, PaymentLinkDraft, PaymentLinkDraft> Take)
{
    /// <summary>In the order of the form. A price is one thing with who says it: half of a kind and half of another would be neither.</summary>
    public static IReadOnlyList<LinkField> All { get; } =
    [
        new("title", draft => draft.Title, (draft, other) => draft with { Title = other.Title }),
        new(
            "amount",
            draft => (draft.AmountMoney, draft.Terms.Pricing, draft.Terms.Range),
            (draft, other) => draft with { AmountMoney = other.AmountMoney, Terms = draft.Terms with { Pricing = other.Terms.Pricing, Range = other.Terms.Range } }),
        OfTerms("quantity", terms => terms.Quantity, (terms, other) => terms with { Quantity = other.Quantity }),
        OfTerms("description", terms => terms.Description, (terms, other) => terms with { Description = other.Description }),
        OfTerms("maximumCompletions", terms => terms.MaximumCompletions, (terms, other) => terms with { MaximumCompletions = other.MaximumCompletions }),
        OfTerms("checkoutLife", terms => terms.CheckoutLife, (terms, other) => terms with { CheckoutLife = other.CheckoutLife }),
        OfTerms("inactiveMessage", terms => terms.InactiveMessage, (terms, other) => terms with { InactiveMessage = other.InactiveMessage }),
        OfTerms("questions", terms => terms.Questions, (terms, other) => terms with { Questions = other.Questions }),
    ];

    public bool IsSame(PaymentLinkDraft one, PaymentLinkDraft other) => Equals(Read(one), Read(other));

    private static LinkField OfTerms(string name, Func<LinkTerms, object?> read, Func<LinkTerms, LinkTerms, LinkTerms> take) =>
        new(name, draft => read(draft.Terms), (draft, other) => draft with { Terms = take(draft.Terms, other.Terms) });
}
