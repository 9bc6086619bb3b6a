using System.Globalization;
using Flint.Operator.Sandbox.State;

namespace Flint.Operator.Sandbox.HostedPages;

/// <summary>Amounts for people, and what people type as an amount.</summary>
internal static class AmountText
{
    private static readonly HashSet<string> WithoutDecimals = new(StringComparer.Ordinal)
    {
        "BIF", "CLP", "DJF", "GNF", "ISK", "JPY", "KMF", "KRW", "PYG", "RWF", "UGX", "UYI", "VND", "VUV", "XAF", "XOF", "XPF",
    };

    private static readonly HashSet<string> WithThree = new(StringComparer.Ordinal)
    {
        "BHD", "IQD", "JOD", "KWD", "LYD", "OMR", "TND",
    };

    public static int Decimals(string currency) =>
        WithoutDecimals.Contains(currency) ? 0 : WithThree.Contains(currency) ? 3 : 2;

    public static string Write(Money money)
    {
        var decimals = Decimals(money.Currency);
        var unit = (long)Math.Pow(10, decimals);
        var whole = (money.Amount / unit).ToString("N0", CultureInfo.InvariantCulture);
        var text = decimals == 0 ? whole : $"{whole}.{(money.Amount % unit).ToString($"D{decimals}", CultureInfo.InvariantCulture)}";
        return Sign(money.Currency) is { } sign ? sign + text : $"{text} {money.Currency}";
    }

    public static string? Sign(string currency) => currency switch
    {
        "USD" => "$",
        "EUR" => "€",
        "GBP" => "£",
        _ => null,
    };

    /// <summary>Without sign and grouping, the way <see cref="Read"/> takes it.</summary>
    public static string Plain(Money money)
    {
        var decimals = Decimals(money.Currency);
        return (money.Amount / (decimal)Math.Pow(10, decimals)).ToString($"F{decimals}", CultureInfo.InvariantCulture);
    }

    /// <summary>Digits with one optional decimal point or comma; null for anything that would need a guess.</summary>
    public static long? Read(string text, string currency)
    {
        var parts = text.Trim().Split('.', ',');
        var decimals = Decimals(currency);
        var fraction = parts.Length == 2 ? parts[1] : "";
        if (parts.Length > 2 || fraction.Length > decimals || parts[0].Length is 0 or > 9 || !parts.All(part => part.All(char.IsAsciiDigit)))
            return null;
        return long.Parse(parts[0] + fraction.PadRight(decimals, '0'), CultureInfo.InvariantCulture);
    }
}
