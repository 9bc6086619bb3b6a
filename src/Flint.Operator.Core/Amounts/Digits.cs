using System.Globalization;

namespace Flint.Operator.Core.Amounts;

/// <summary>Latin digits to a culture's own and back.</summary>
internal static class Digits
{
    // .NET offers NativeDigits for every culture but does not say whether people there use them by default; CLDR's
    // defaultNumberingSystem does: Arabic outside the Maghreb and the Emirates, and Persian, are the two that matter to us.
    private static readonly string[] LatinArabic = ["AE", "DZ", "EH", "LY", "MA", "TN"];

    public static string Localise(string text, CultureInfo culture)
    {
        if (!UsesNativeDigits(culture))
        {
            return text;
        }

        var native = culture.NumberFormat.NativeDigits;
        return string.Concat(text.Select(c => char.IsAsciiDigit(c) ? native[c - '0'] : c.ToString()));
    }

    /// <summary>The value 0..9 of a decimal digit of any script, or -1.</summary>
    public static int ValueOf(char c) => CharUnicodeInfo.GetDecimalDigitValue(c);

    private static bool UsesNativeDigits(CultureInfo culture) => culture.TwoLetterISOLanguageName switch
    {
        "fa" => true,
        "ar" => !LatinArabic.Any(region => culture.Name.EndsWith("-" + region, StringComparison.Ordinal)),
        _ => false,
    };
}
