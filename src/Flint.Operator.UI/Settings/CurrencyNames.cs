using System.Collections.Frozen;
using System.Globalization;

namespace Flint.Operator.UI.Settings;

/// <summary>What the platform calls a currency, in English; a code alone is easily mistaken.</summary>
internal static class CurrencyNames
{
    private static readonly FrozenDictionary<string, string> ByCode = Read();

    /// <summary>Null where the platform knows none.</summary>
    public static string? Of(string code) => ByCode.GetValueOrDefault(code);

    private static FrozenDictionary<string, string> Read() => CultureInfo.GetCultures(CultureTypes.SpecificCultures)
        .Where(culture => !culture.Equals(CultureInfo.InvariantCulture) && culture.LCID != 0)
        .Select(culture => new RegionInfo(culture.Name))
        .Where(region => region.CurrencyEnglishName.Length > 0)
        .GroupBy(region => region.ISOCurrencySymbol, StringComparer.Ordinal)
        .ToFrozenDictionary(regions => regions.Key, regions => regions.First().CurrencyEnglishName, StringComparer.Ordinal);
}
