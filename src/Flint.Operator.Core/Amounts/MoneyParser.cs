using System.Globalization;

namespace Flint.Operator.Core.Amounts;

/// <summary>
/// Reads an amount that a person typed or pasted. Point and comma are both taken as the decimal sign where only one reading is
/// possible; the culture decides only where its own grouping makes the reading certain. Digits of any script count.
/// </summary>
public static class MoneyParser
{
    private const int GroupLength = 3;

    /// <summary>Reads <paramref name="text"/> as an amount of <paramref name="currency"/>.</summary>
    public static MoneyParseResult Parse(string? text, Currency currency, CultureInfo culture)
    {
        ArgumentNullException.ThrowIfNull(currency);
        ArgumentNullException.ThrowIfNull(culture);
        var bare = Bare(text, currency, culture);
        if (bare.Length == 0)
        {
            return new MoneyParseResult.Empty();
        }

        if (!bare.All(c => char.IsAsciiDigit(c) || c is '.' or ',' or '\'') || !char.IsAsciiDigit(bare[^1]))
        {
            return new MoneyParseResult.Unreadable();
        }

        var decimalAt = DecimalPosition(bare, currency, culture);
        if (decimalAt is null)
        {
            return new MoneyParseResult.Unreadable();
        }

        var whole = bare[..decimalAt.Value];
        var fraction = decimalAt.Value < bare.Length ? bare[(decimalAt.Value + 1)..] : "";
        if (!IsGrouped(whole, culture))
        {
            return new MoneyParseResult.Unreadable();
        }

        return fraction.Length > currency.Exponent
            ? new MoneyParseResult.TooManyDecimals(currency.Exponent)
            : Minor(string.Concat(whole.Where(char.IsAsciiDigit)) + fraction.PadRight(currency.Exponent, '0'), currency);
    }

    /// <summary>Latin digits with the separators that mean something, without symbol, code and spaces.</summary>
    private static string Bare(string? text, Currency currency, CultureInfo culture)
    {
        var stripped = (text ?? "").Trim()
            .Replace(CurrencySymbol.Of(currency, culture), "", StringComparison.Ordinal)
            .Replace(currency.Code, "", StringComparison.OrdinalIgnoreCase);
        return string.Concat(stripped.Where(c => !char.IsWhiteSpace(c) && CharUnicodeInfo.GetUnicodeCategory(c) != UnicodeCategory.Format).Select(Latin));
    }

    private static string Latin(char c) => c switch
    {
        '\u066b' => ".",
        '\u066c' => ",",
        '\u2019' => "'",
        _ => Digits.ValueOf(c) is >= 0 and var digit ? digit.ToString(CultureInfo.InvariantCulture) : c.ToString(),
    };

    /// <summary>Where the decimal sign stands, the length when there is none, null when two readings are possible.</summary>
    private static int? DecimalPosition(string bare, Currency currency, CultureInfo culture)
    {
        var last = bare.LastIndexOfAny(['.', ',']);
        if (last < 0)
        {
            return bare.Length;
        }

        var sign = bare[last];
        var occursOnce = bare.IndexOf(sign, StringComparison.Ordinal) == last;
        var mixed = bare[..last].IndexOfAny(['.', ',', '\'']) >= 0;
        var following = bare.Length - last - 1;
        if (!occursOnce)
        {
            // 1.500.000: the same sign twice can only group. 1,500.000.000 is nobody's number.
            return bare[..last].Any(c => c != sign && !char.IsAsciiDigit(c)) ? null : bare.Length;
        }

        if (mixed || following != GroupLength || last == 0)
        {
            return last;
        }

        // One sign and three digits behind it: grouping or a fraction? The culture's grouping sign groups, unless the currency
        // has three decimals; the culture's decimal sign is a fraction.
        var groups = IsSign(culture.NumberFormat.CurrencyGroupSeparator, sign);
        if (IsSign(culture.NumberFormat.CurrencyDecimalSeparator, sign))
        {
            return currency.Exponent == GroupLength ? last : null;
        }

        return groups && currency.Exponent != GroupLength ? bare.Length : null;
    }

    private static bool IsSign(string separator, char sign) => separator.Length > 0 && string.Equals(Latin(separator[0]), sign.ToString(), StringComparison.Ordinal);

    private static bool IsGrouped(string whole, CultureInfo culture)
    {
        var groups = whole.Split(['.', ',', '\'']);
        if (groups.Length == 1)
        {
            return true;
        }

        var twoDigitGroups = culture.NumberFormat.CurrencyGroupSizes is [GroupLength, 2];
        return groups[0].Length is >= 1 and <= GroupLength
            && groups[^1].Length == GroupLength
            && groups[1..^1].All(group => group.Length == GroupLength || (twoDigitGroups && group.Length == 2))
            && whole.Where(c => !char.IsAsciiDigit(c)).Distinct().Count() == 1;
    }

    private static MoneyParseResult Minor(string digits, Currency currency) =>
        long.TryParse(digits, NumberStyles.None, CultureInfo.InvariantCulture, out var minor)
            ? new MoneyParseResult.Parsed(new Money(minor, currency))
            : new MoneyParseResult.TooLarge();
}
