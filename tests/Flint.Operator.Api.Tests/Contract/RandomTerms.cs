using CsCheck;
using Flint.Operator.Core.Amounts;
using Flint.Operator.Core.PaymentLinks;
using Flint.Operator.Core.Validation;

namespace Flint.Operator.Api.Tests.Contract;

// What a link may say beyond its title and price.
internal static class RandomTerms
{
    private static readonly Gen<PriceRange> Range = Gen.Select(
        Minor.Nullable(), Minor.Nullable(), Minor.Array[0, 3], Gen.Bool,
        (least, most, suggested, isYen) =>
        {
            var currency = Currency.Of(isYen ? "JPY" : "USD");
            return new PriceRange
            {
                Minimum = least is { } from ? new Money(from, currency) : null,
                Maximum = most is { } to ? new Money(to, currency) : null,
                Suggested = [.. suggested.Where(minor => minor >= (least ?? 0) && minor <= (most ?? long.MaxValue)).Distinct().Select(minor => new Money(minor, currency))],
            };
        });

    private static readonly Gen<QuantityRange?> Quantity = Gen.Select(
        Gen.Int[0, 2], Gen.Long[1, 9].Nullable(), Gen.Long[9, 99].Nullable(),
        (kind, least, most) => kind == 0 ? null : new QuantityRange(least, most));

    private static Gen<long> Minor => Gen.Long[1, DraftLimits.ApiMaximumMinor];

    public static Gen<LinkTerms> OfAnyKind(Gen<string> word) => Gen.Select(
        Gen.Int[0, 2], Range, Quantity, Questions(word), Gen.Select(word, word, Gen.Int[1, 500].Nullable(), Gen.Int[1, 1440].Nullable()),
        (pricing, range, quantity, questions, words) => new LinkTerms
        {
            Pricing = (LinkPricing)pricing,
            Range = pricing == 0 ? null : range,
            Quantity = pricing == (int)LinkPricing.Donation ? null : quantity,
            Description = words.Item3 is null ? null : words.Item1,
            InactiveMessage = words.Item4 is null ? null : words.Item2,
            MaximumCompletions = words.Item3,
            CheckoutLife = words.Item4 is { } minutes ? TimeSpan.FromMinutes(minutes) : null,
            Questions = questions,
        });

    private static Gen<ValueList<LinkQuestion>> Questions(Gen<string> word) => Gen.Select(word, Gen.Int[0, 3], Gen.Bool).Array[0, 4].Select(asked => (ValueList<LinkQuestion>)
    [
        .. asked.Select((one, index) => new LinkQuestion(LinkQuestion.KeyFor($"{one.Item1} {index}", []), (QuestionKind)one.Item2, one.Item1)
        {
            IsRequired = one.Item3,
            Options = one.Item2 == (int)QuestionKind.Dropdown ? ["Sat", one.Item1] : [],
            Placeholder = one.Item3 ? "Say it here" : null,
            MaximumLength = one.Item2 < (int)QuestionKind.Dropdown ? 80 : null,
        }),
    ]);
}
