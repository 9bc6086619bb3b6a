namespace Flint.Operator.UI.Tests;

/// <summary>The sources of the UI project, copied beside the tests when they are built.</summary>
internal static class SourceFiles
{
    private static readonly string Root = Path.Combine(AppContext.BaseDirectory, "Source");

    public static IEnumerable<string> Named(string pattern) =>
        Directory.EnumerateFiles(Root, pattern, SearchOption.AllDirectories).Order(StringComparer.Ordinal);

    public static string Text(string path) => File.ReadAllText(Path.Combine(Root, path));

    public static string PathOf(string relative) => Path.Combine(Root, relative);
}
