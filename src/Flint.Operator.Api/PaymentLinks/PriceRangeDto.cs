using Flint.Operator.Api.Http;
using Flint.Operator.Core.Amounts;
using Flint.Operator.Core.PaymentLinks;

namespace Flint.Operator.Api.PaymentLinks;

// What a buyer may choose to pay, of a line or of a donation.
internal sealed record PriceRangeDto(MoneyDto? Minimum, MoneyDto? Maximum, IReadOnlyList<MoneyDto?>? Suggested)
{
    // Null for an amount in a currency that is unknown here. A least amount of zero is none.
    public PriceRange? ToRange()
    {
        var suggested = Suggested.Present().Select(money => money.ToMoney()).ToList();
        var (minimum, maximum) = (Minimum?.ToMoney(), Maximum?.ToMoney());
        var isUnknown = (Minimum is not null && minimum is null) || (Maximum is not null && maximum is null) || suggested.Contains(null);
        return isUnknown ? null : new PriceRange { Minimum = minimum is { Minor: > 0 } ? minimum : null, Maximum = maximum, Suggested = [.. suggested.OfType<Money>()] };
    }
}
