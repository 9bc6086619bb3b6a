namespace Flint.Operator.Sandbox.Http;

internal static class ApiQuery
{
    private const int MostExpansions = 10;

    /// <summary>An unknown query parameter is an error on every operation: a misspelt filter must not mean "everything".</summary>
    public static void Allow(HttpContext http, params ReadOnlySpan<string> names)
    {
        foreach (var name in http.Request.Query.Keys)
        {
            if (!names.Contains(name))
                throw Problem.Invalid("UNSUPPORTED_QUERY_PARAM", $"'{name}' is not a parameter of this call.", name);
        }
    }

    public static IReadOnlySet<string> Expand(HttpContext http, params string[] known)
    {
        Allow(http, "expand");
        var asked = http.Request.Query["expand"]
            .SelectMany(value => (value ?? "").Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))
            .ToHashSet(StringComparer.Ordinal);
        if (asked.Count > MostExpansions || asked.Except(known, StringComparer.Ordinal).Any())
            throw Problem.Invalid("INVALID_EXPAND", $"Only these can be expanded here: {string.Join(", ", known)}.", "expand");
        return asked;
    }
}
