using System.Collections.Frozen;
using System.Globalization;

namespace Flint.Operator.Core.Amounts;

/// <summary>The sign a currency is shown with: the culture's own for its own currency, the well-known one where it names only one currency, else the code.</summary>
internal static class CurrencySymbol
{
    private static readonly FrozenDictionary<string, string> Unambiguous = new Dictionary<string, string>(StringComparer.Ordinal)
    {
        ["USD"] = "$", ["EUR"] = "€", ["GBP"] = "£", ["JPY"] = "¥", ["KRW"] = "₩", ["INR"] = "₹", ["ILS"] = "₪", ["VND"] = "₫", ["PHP"] = "₱",
        ["CAD"] = "CA$", ["AUD"] = "A$", ["NZD"] = "NZ$", ["HKD"] = "HK$", ["MXN"] = "MX$", ["BRL"] = "R$", ["CNY"] = "CN¥", ["TWD"] = "NT$",
    }.ToFrozenDictionary(StringComparer.Ordinal);

    public static string Of(Currency currency, CultureInfo culture)
    {
        if (!culture.IsNeutralCulture && culture.Name.Length > 0 && string.Equals(new RegionInfo(culture.Name).ISOCurrencySymbol, currency.Code, StringComparison.Ordinal))
        {
            return culture.NumberFormat.CurrencySymbol;
        }

        return Unambiguous.GetValueOrDefault(currency.Code, currency.Code);
    }
}
