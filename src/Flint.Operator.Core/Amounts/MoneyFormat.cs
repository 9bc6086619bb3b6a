using System.Globalization;
using System.Text;

namespace Flint.Operator.Core.Amounts;

/// <summary>
/// Writes money the way a culture writes it: its separators, grouping, symbol place and digits, with the currency's own number of decimals.
/// Works on the integer, so no rounding can happen.
/// </summary>
public static class MoneyFormat
{
    /// <summary>The amount as a person of this culture reads it, e.g. <c>$150.00</c> or <c>150,00 €</c>.</summary>
    public static string Format(Money money, CultureInfo culture)
    {
        ArgumentNullException.ThrowIfNull(money);
        ArgumentNullException.ThrowIfNull(culture);
        var number = Number(money, culture);
        var symbol = CurrencySymbol.Of(money.Currency, culture);

        // .NET's currency patterns: 0 "$n", 1 "n$", 2 "$ n", 3 "n $". A space that must not break keeps the pair on one line.
        var positive = culture.NumberFormat.CurrencyPositivePattern switch
        {
            0 when char.IsLetter(symbol[^1]) => $"{symbol}\u00a0{number}",
            0 => symbol + number,
            1 => number + symbol,
            2 => $"{symbol}\u00a0{number}",
            _ => $"{number}\u00a0{symbol}",
        };
        return money.Minor < 0 ? culture.NumberFormat.NegativeSign + positive : positive;
    }

    /// <summary>The digits alone, grouped and with the culture's decimal separator: what an amount field shows.</summary>
    public static string Number(Money money, CultureInfo culture)
    {
        ArgumentNullException.ThrowIfNull(money);
        ArgumentNullException.ThrowIfNull(culture);
        var absolute = UInt128.CreateChecked(Int128.Abs(money.Minor));
        var perMajor = (UInt128)(ulong)money.Currency.MinorPerMajor;
        var text = Grouped((absolute / perMajor).ToString(CultureInfo.InvariantCulture), culture.NumberFormat);
        if (money.Currency.Exponent > 0)
        {
            var fraction = (absolute % perMajor).ToString(CultureInfo.InvariantCulture).PadLeft(money.Currency.Exponent, '0');
            text += culture.NumberFormat.CurrencyDecimalSeparator + fraction;
        }

        return Digits.Localise(text, culture);
    }

    private static string Grouped(string digits, NumberFormatInfo format)
    {
        var sizes = format.CurrencyGroupSizes;
        var text = new StringBuilder(digits);
        var position = digits.Length;
        for (var group = 0; sizes.Length > 0; group++)
        {
            // The last size repeats; a size of 0 ends the grouping.
            var size = sizes[Math.Min(group, sizes.Length - 1)];
            position -= size;
            if (size == 0 || position <= 0)
            {
                break;
            }

            text.Insert(position, format.CurrencyGroupSeparator);
        }

        return text.ToString();
    }
}
