using System.Collections.Frozen;

namespace Flint.Operator.Core.Amounts;

/// <summary>
/// The active ISO 4217 currencies with their minor units (ISO 4217 list one). Funds codes, metals and the two
/// accounting units with four decimals are left out: nobody pays with them at a counter.
/// </summary>
public static class Iso4217
{
    private const string NoDecimals = "BIF CLP DJF GNF ISK JPY KMF KRW PYG RWF UGX VND VUV XAF XOF XPF";

    private const string ThreeDecimals = "BHD IQD JOD KWD LYD OMR TND";

    private const string TwoDecimals =
        "AED AFN ALL AMD AOA ARS AUD AWG AZN BAM BBD BDT BMD BND BOB BRL BSD BTN BWP BYN BZD CAD CDF CHF CNY COP CRC CUP CVE CZK "
        + "DKK DOP DZD EGP ERN ETB EUR FJD FKP GBP GEL GHS GIP GMD GTQ GYD HKD HNL HTG HUF IDR ILS INR IRR JMD KES KGS KHR KPW KYD KZT "
        + "LAK LBP LKR LRD LSL MAD MDL MGA MKD MMK MNT MOP MRU MUR MVR MWK MXN MYR MZN NAD NGN NIO NOK NPR NZD PAB PEN PGK PHP PKR PLN "
        + "QAR RON RSD RUB SAR SBD SCR SDG SEK SGD SHP SLE SOS SRD SSP STN SVC SYP SZL THB TJS TMT TOP TRY TTD TWD TZS UAH USD UYU UZS "
        + "VED VES WST XCD XCG YER ZAR ZMW ZWG";

    /// <summary>Every currency by its capital code.</summary>
    public static FrozenDictionary<string, Currency> ByCode { get; } =
        Of(NoDecimals, 0).Concat(Of(TwoDecimals, 2)).Concat(Of(ThreeDecimals, 3)).ToFrozenDictionary(c => c.Code, StringComparer.Ordinal);

    private static IEnumerable<Currency> Of(string codes, int exponent) => codes.Split(' ').Select(code => new Currency(code, exponent));
}
