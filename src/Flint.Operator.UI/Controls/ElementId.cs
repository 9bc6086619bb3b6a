using System.Globalization;

namespace Flint.Operator.UI.Controls;

/// <summary>Ids that tie labels, hints and errors to their fields. Unique on a page, without meaning.</summary>
internal static class ElementId
{
    private static long _last;

    public static string Next(string prefix) =>
        string.Create(CultureInfo.InvariantCulture, $"{prefix}-{Interlocked.Increment(ref _last)}");
}
