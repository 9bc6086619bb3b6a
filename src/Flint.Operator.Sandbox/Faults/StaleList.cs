namespace Flint.Operator.Sandbox.Faults;

/// <summary>How old the list is that a request shall be given.</summary>
internal static class StaleList
{
    private static readonly object Key = new();

    public static void Set(HttpContext http, TimeSpan age) => http.Items[Key] = age;

    public static TimeSpan? AgeFor(HttpContext http) => http.Items[Key] as TimeSpan?;
}
