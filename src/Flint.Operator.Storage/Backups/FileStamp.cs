using System.Globalization;

namespace Flint.Operator.Storage.Backups;

/// <summary>A time as it stands in the names of files: sorted by name is sorted by time.</summary>
internal static class FileStamp
{
    private const string Format = "yyyyMMdd'T'HHmmssfff'Z'";

    public static string Write(DateTimeOffset at) => at.UtcDateTime.ToString(Format, CultureInfo.InvariantCulture);

    public static DateTimeOffset? Read(string text) =>
        DateTimeOffset.TryParseExact(text, Format, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var at) ? at : null;
}
