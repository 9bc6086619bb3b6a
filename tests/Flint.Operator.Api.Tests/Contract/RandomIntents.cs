using CsCheck;
using Flint.Operator.Core.Amounts;
using Flint.Operator.Core.Checkouts;
using Flint.Operator.Core.PaymentLinks;
using Flint.Operator.Core.Sync.Operations;
using Flint.Operator.Core.Sync.Push;
using Flint.Operator.Core.Validation;

namespace Flint.Operator.Api.Tests.Contract;

// Any intent that the app lets through, with what is known by the time it is sent. What a draft may hold is for its own checks to say.
internal static class RandomIntents
{
    private static readonly Gen<string> Word = Gen.OneOf(
        Gen.Char[' ', '~'].Array[1, 60].Select(letters => new string(letters)),
        Pick("Café \"Zoë\" 🚲", "<b>&amp;</b>", "half of a pair: \ud83d", "line\none", new string('x', DraftLimits.NameLength)));

    private static readonly Gen<Currency> AnyCurrency = Pick("USD", "EUR", "JPY", "KWD").Select(Currency.Of);

    private static readonly Gen<PaymentLinkDraft> LinkDraft =
        Gen.Select(Word, Gen.Long[1, DraftLimits.ApiMaximumMinor], AnyCurrency, RandomTerms.OfAnyKind(Word), (title, minor, currency, terms) => new PaymentLinkDraft(title, terms.Pricing == LinkPricing.Fixed ? new Money(minor, currency) : null) { Terms = terms })
            .Where(draft => draft.Validate(DraftLimits.Default).Count == 0);

    private static readonly Gen<CheckoutDraft> CheckoutDraft =
        Gen.Select(Line.Array[1, 6], AnyCurrency, Gen.Int[1, 100].Nullable(), Maybe(Word), Maybe(Word), (lines, currency, tip, note, reference) => new CheckoutDraft
        {
            LineItems = [.. lines.Select(line => new LineItem(line.Name, line.Quantity, new Money(line.Minor, currency)))],
            TipPercent = tip,
            Note = note,
            CustomerReference = reference,
        }).Where(draft => draft.Validate(DraftLimits.Default).Count == 0);

    private static readonly Gen<PaymentLinkSnapshot> Link =
        Gen.Select(LinkDraft, Word, Gen.Long[1, 50], Gen.Bool, Gen.Bool, (draft, name, quantity, hasLine, hasKey) => new PaymentLinkSnapshot
        {
            RemoteId = "pl_1",
            Reference = Given.Reference,
            Title = draft.Title,
            AmountMoney = draft.AmountMoney,
            Terms = draft.Terms,
            QuestionIds = [.. draft.Terms.Questions.Where((_, index) => index % 2 == 0).Select(question => new LinkQuestionId(question.Key, $"plcf_{question.Key}"))],
            ExpirationUrl = hasKey ? "https://shop.example.test/over" : null,
            IsActive = true,
            Url = "https://checkout.withflintpay.com/pay/pl_1",
            Version = quantity,
            CompletedCount = 0,
            Line = hasLine ? new PaymentLinkLine("plli_1", hasKey ? "deposit" : null, quantity % 2 == 0 ? draft.Title : name, quantity) : null,
        });

    // By the type of the intent, so that a test can tell when one has no entry here.
    public static IReadOnlyDictionary<Type, Gen<(OperationIntent Intent, WireTargets Targets)>> All { get; } = new Dictionary<Type, Gen<(OperationIntent, WireTargets)>>
    {
        [typeof(OperationIntent.CreatePaymentLink)] = LinkDraft.Select(draft => Of(new OperationIntent.CreatePaymentLink(draft))),
        [typeof(OperationIntent.UpdatePaymentLink)] = Gen.Select(LinkDraft, LinkDraft, Link, (mine, before, link) => Of(new OperationIntent.UpdatePaymentLink(mine, before), new WireTargets(OwnId: link.RemoteId, Link: link))),
        [typeof(OperationIntent.SetPaymentLinkActive)] = Gen.Select(Gen.Bool, Maybe(Word), (isActive, said) => Of(new OperationIntent.SetPaymentLinkActive(isActive) { InactiveMessage = said }, new WireTargets(OwnId: "pl_1"))),
        [typeof(OperationIntent.CreateOrder)] = CheckoutDraft.Select(draft => Of(new OperationIntent.CreateOrder(draft))),
        [typeof(OperationIntent.CreateCheckoutSession)] = Gen.Select(Gen.Int[60, 86_400], Gen.Bool, (seconds, replaces) => Of(
            new OperationIntent.CreateCheckoutSession("O", TimeSpan.FromSeconds(seconds)), new WireTargets(OrderId: "ord_1", ReplacesSessionId: replaces ? "cs_0" : null))),
        [typeof(OperationIntent.CloseOrder)] = Gen.Const(Of(new OperationIntent.CloseOrder(), new WireTargets(OwnId: "ord_1"))),
        [typeof(OperationIntent.CloseCheckoutSession)] = Gen.Const(Of(new OperationIntent.CloseCheckoutSession(), new WireTargets(OwnId: "cs_1"))),
    };

    private static Gen<(string Name, long Quantity, long Minor)> Line => Gen.Select(Word, Gen.Long[1, 99], Gen.Long[1, 99_999]);

    private static Gen<string> Pick(params string[] texts) => Gen.Int[0, texts.Length - 1].Select(index => texts[index]);

    private static Gen<string?> Maybe(Gen<string> text) => Gen.Bool.SelectMany(isThere => isThere ? text.Select(value => (string?)value) : Gen.Const((string?)null));

    private static (OperationIntent Intent, WireTargets Targets) Of(OperationIntent intent, WireTargets? targets = null) => (intent, targets ?? new WireTargets());
}
