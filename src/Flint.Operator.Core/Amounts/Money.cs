namespace Flint.Operator.Core.Amounts;

/// <summary>
/// An amount in whole minor units of one currency: 15000 USD is $150.00, 15000 JPY is ¥15,000. This is what the API sends and
/// takes; no floating point and no decimal arithmetic ever touches it.
/// </summary>
/// <param name="Minor">Minor units. Negative only for differences.</param>
/// <param name="Currency">The currency, which also knows the number of decimals.</param>
public sealed record Money(long Minor, Currency Currency)
{
    /// <summary>No money of this currency.</summary>
    public static Money Zero(Currency currency) => new(0, currency);

    /// <summary>The sum of two amounts.</summary>
    /// <exception cref="InvalidOperationException">The currencies differ; drafts are checked before anything is added up.</exception>
    /// <exception cref="OverflowException">The sum does not fit in 64 bits.</exception>
    public Money Plus(Money other)
    {
        ArgumentNullException.ThrowIfNull(other);
        if (!Currency.Equals(other.Currency))
        {
            throw new InvalidOperationException($"Cannot add {other.Currency} to {Currency}.");
        }

        return this with { Minor = checked(Minor + other.Minor) };
    }

    /// <summary>This amount less another; negative where that one is larger.</summary>
    /// <exception cref="InvalidOperationException">The currencies differ.</exception>
    /// <exception cref="OverflowException">The difference does not fit in 64 bits.</exception>
    public Money Less(Money other)
    {
        ArgumentNullException.ThrowIfNull(other);
        return Plus(other with { Minor = checked(-other.Minor) });
    }

    /// <summary>This amount, <paramref name="quantity"/> times.</summary>
    /// <exception cref="OverflowException">The product does not fit in 64 bits.</exception>
    public Money Times(long quantity) => this with { Minor = checked(Minor * quantity) };

    /// <summary>A whole percentage of this amount, rounded half up to the minor unit. Only ever an estimate: the API computes the real one.</summary>
    public Money Percent(int percent) => this with { Minor = (long)(((Int128)Minor * percent + 50) / 100) };
}
