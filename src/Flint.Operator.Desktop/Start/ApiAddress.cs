using System.Diagnostics.CodeAnalysis;

namespace Flint.Operator.Desktop.Start;

/// <summary>The key travels with every request, so only TLS or this machine will do.</summary>
internal static class ApiAddress
{
    public static bool TryParse(string text, [NotNullWhen(true)] out Uri? address)
    {
        address = null;
        if (!Uri.TryCreate(text.Trim(), UriKind.Absolute, out var parsed))
            return false;

        var isSafe = parsed.Scheme is "https" || (parsed.Scheme is "http" && parsed.IsLoopback);
        var isPlain = parsed.UserInfo.Length == 0 && parsed.Query.Length == 0 && parsed.Fragment.Length == 0;
        if (!isSafe || !isPlain)
            return false;

        address = parsed;
        return true;
    }
}
