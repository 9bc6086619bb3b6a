using System.Globalization;
using Flint.Operator.Core.Guide;
using Flint.Operator.Core.Sync;

namespace Flint.Operator.Core.Activity;

/// <summary>A question as the query of an address, so that a file can be asked for by a link. What it does not know it leaves out.</summary>
public static class ActivityQueryText
{
    /// <summary>The query with its question mark; empty for everything.</summary>
    public static string Write(ActivityQuery query)
    {
        ArgumentNullException.ThrowIfNull(query);
        (string Name, string? Value)[] parts =
        [
            ("text", query.Text.Length > 0 ? query.Text : null),
            ("surface", query.Surface?.ToString()),
            ("states", query.States.Count > 0 ? string.Join(',', query.States) : null),
            ("operator", query.OperatorName),
            ("from", Write(query.From)),
            ("until", Write(query.Until)),
        ];
        var given = parts.Where(part => part.Value is not null).Select(part => $"{part.Name}={Uri.EscapeDataString(string.Concat(part.Value!.EnumerateRunes()))}").ToList();
        return given.Count > 0 ? "?" + string.Join('&', given) : "";
    }

    /// <summary>The question of an address whose parts were taken apart and unescaped.</summary>
    /// <param name="part">The part of a name, or null.</param>
    public static ActivityQuery Read(Func<string, string?> part)
    {
        ArgumentNullException.ThrowIfNull(part);
        return new ActivityQuery
        {
            Text = part("text") ?? "",
            Surface = Word<Surface>(part("surface")),
            States = [.. (part("states") ?? "").Split(',').Select(Word<RecordState>).OfType<RecordState>()],
            OperatorName = part("operator"),
            From = Time(part("from")),
            Until = Time(part("until")),
        };
    }

    private static string? Write(DateTimeOffset? at) => at?.UtcTicks.ToString(CultureInfo.InvariantCulture);

    private static T? Word<T>(string? word)
        where T : struct, Enum => Enum.TryParse<T>(word, ignoreCase: false, out var value) && Enum.IsDefined(value) ? value : null;

    private static DateTimeOffset? Time(string? ticks) =>
        long.TryParse(ticks, NumberStyles.None, CultureInfo.InvariantCulture, out var count) && count <= DateTime.MaxValue.Ticks ? new DateTimeOffset(count, TimeSpan.Zero) : null;
}
