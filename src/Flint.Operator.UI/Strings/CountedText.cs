using Microsoft.Extensions.Localization;

namespace Flint.Operator.UI.Strings;

/// <summary>Texts that depend on a number are kept under two keys: "Key.one" and "Key.other".</summary>
public static class CountedText
{
    public static string Counted(this IStringLocalizer<Texts> texts, string key, int count) =>
        texts[$"{key}.{(count == 1 ? "one" : "other")}", count];
}
