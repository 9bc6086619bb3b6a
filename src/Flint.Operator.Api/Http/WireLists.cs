namespace Flint.Operator.Api.Http;

internal static class WireLists
{
    // The API may send null where a list is expected (contract 1.3), and JSON allows null inside one.
    public static IReadOnlyList<T> Present<T>(this IReadOnlyList<T?>? list)
        where T : class => list is null ? [] : [.. list.OfType<T>()];
}
