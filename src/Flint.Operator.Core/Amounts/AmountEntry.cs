using System.Globalization;

namespace Flint.Operator.Core.Amounts;

/// <summary>
/// An amount while it is keyed in. Cents-first fills from the right (1, 5, 0 is $1.50); with the decimal key digits are whole
/// units until the key is pressed. Keys that would leave the allowed range change nothing, so a slip never becomes an amount.
/// </summary>
public sealed record AmountEntry
{
    private readonly string _whole = "";
    private readonly string? _fraction;

    private AmountEntry(Currency currency, bool centsFirst, long maximumMinor)
    {
        Currency = currency;
        CentsFirst = centsFirst;
        MaximumMinor = maximumMinor;
    }

    /// <summary>The currency that is keyed in.</summary>
    public Currency Currency { get; }

    /// <summary>Whether digits fill from the right. A currency without decimals has no other way.</summary>
    public bool CentsFirst { get; }

    /// <summary>The hard maximum in minor units; a key that would pass it is ignored.</summary>
    public long MaximumMinor { get; }

    /// <summary>Whether the decimal key does anything: only in decimal mode, once, for a currency that has decimals.</summary>
    public bool AcceptsDecimal => !CentsFirst && Currency.Exponent > 0 && _fraction is null;

    /// <summary>Whether nothing was keyed in yet.</summary>
    public bool IsEmpty => _whole.Length == 0 && _fraction is null;

    /// <summary>The amount so far.</summary>
    public Money Money => new(Minor(_whole, _fraction), Currency);

    /// <summary>An empty entry.</summary>
    public static AmountEntry Start(Currency currency, bool centsFirst, long maximumMinor) => new(currency, centsFirst, maximumMinor);

    /// <summary>The entry after one digit key, 0 to 9.</summary>
    public AmountEntry Digit(int digit)
    {
        ArgumentOutOfRangeException.ThrowIfGreaterThan((uint)digit, 9u, nameof(digit));
        var key = digit.ToString(CultureInfo.InvariantCulture);
        if (_fraction is not null)
        {
            return _fraction.Length == Currency.Exponent ? this : Within(_whole, _fraction + key);
        }

        return _whole.Length == 0 && digit == 0 ? this : Within(_whole + key, null);
    }

    /// <summary>The entry after the decimal key.</summary>
    public AmountEntry DecimalSign() => AcceptsDecimal ? Within(_whole, "") : this;

    /// <summary>The entry without its last key.</summary>
    public AmountEntry Backspace() => _fraction switch
    {
        null => With(_whole.Length == 0 ? "" : _whole[..^1], null),
        "" => With(_whole, null),
        _ => With(_whole, _fraction[..^1]),
    };

    /// <summary>An empty entry with the same settings.</summary>
    public AmountEntry Clear() => With("", null);

    /// <summary>An entry that holds this amount, as if it had been keyed in; for paste and for editing a line.</summary>
    public AmountEntry Holding(Money money)
    {
        ArgumentNullException.ThrowIfNull(money);
        if (!money.Currency.Equals(Currency) || money.Minor < 0 || money.Minor > MaximumMinor)
        {
            return this;
        }

        var digits = money.Minor == 0 ? "" : money.Minor.ToString(CultureInfo.InvariantCulture);
        if (CentsFirst || Currency.Exponent == 0)
        {
            return With(digits, null);
        }

        var padded = digits.PadLeft(Currency.Exponent + 1, '0');
        return With(padded[..^Currency.Exponent].TrimStart('0'), padded[^Currency.Exponent..]);
    }

    private AmountEntry Within(string whole, string? fraction) => IsTooLarge(whole, fraction) ? this : With(whole, fraction);

    private AmountEntry With(string whole, string? fraction) => new(Currency, CentsFirst, MaximumMinor, whole, fraction);

    private AmountEntry(Currency currency, bool centsFirst, long maximumMinor, string whole, string? fraction)
        : this(currency, centsFirst, maximumMinor)
    {
        _whole = whole;
        _fraction = fraction;
    }

    private bool IsTooLarge(string whole, string? fraction) => whole.Length > 15 || Minor(whole, fraction) > MaximumMinor;

    private long Minor(string whole, string? fraction)
    {
        var units = whole.Length == 0 ? 0 : long.Parse(whole, CultureInfo.InvariantCulture);
        if (CentsFirst || Currency.Exponent == 0)
        {
            return units;
        }

        return (units * Currency.MinorPerMajor) + long.Parse((fraction ?? "").PadRight(Currency.Exponent, '0'), CultureInfo.InvariantCulture);
    }
}
