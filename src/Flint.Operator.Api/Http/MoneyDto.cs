using Flint.Operator.Core.Amounts;
using KnownCurrency = Flint.Operator.Core.Amounts.Currency;

namespace Flint.Operator.Api.Http;

internal sealed record MoneyDto
{
    public required long Amount { get; init; }

    public required string? Currency { get; init; }

    public static MoneyDto Of(Money money) => new() { Amount = money.Minor, Currency = money.Currency.Code };

    public static MoneyDto? OfOptional(Money? money) => money is null ? null : Of(money);

    // Null for a currency we do not know: its decimals would be a guess, and a wrong guess is off by a factor of 100.
    public Money? ToMoney() => KnownCurrency.TryFind(Currency, out var known) ? new Money(Amount, known) : null;
}
