using System.Xml.Linq;

namespace Flint.Operator.Architecture.Tests;

/// <summary>The repository as files: projects, their references, their sources.</summary>
internal static class Repository
{
    public const string Prefix = "Flint.Operator.";

    public static string Root { get; } = FindRoot();

    /// <summary>The projects under a folder, by short name: <c>Core</c>, <c>Storage.Tests</c>.</summary>
    public static IReadOnlyDictionary<string, XDocument> Projects(string folder) => Directory
        .EnumerateFiles(Path.Combine(Root, folder), "*.csproj", SearchOption.AllDirectories)
        .ToDictionary(file => Path.GetFileNameWithoutExtension(file)[Prefix.Length..], XDocument.Load, StringComparer.Ordinal);

    public static IReadOnlyList<string> References(XDocument project) =>
    [
        .. project.Descendants("ProjectReference")
            .Select(reference => Path.GetFileNameWithoutExtension(reference.Attribute("Include")!.Value.Replace('\\', '/'))[Prefix.Length..])
            .Order(StringComparer.Ordinal),
    ];

    public static IReadOnlyList<string> Packages(XDocument project) =>
        [.. project.Descendants("PackageReference").Select(reference => reference.Attribute("Include")!.Value)];

    public static IEnumerable<string> Sources(string project, params string[] extensions) => Directory
        .EnumerateFiles(Path.Combine(Root, "src", Prefix + project), "*", SearchOption.AllDirectories)
        .Where(file => extensions.Contains(Path.GetExtension(file), StringComparer.Ordinal) && !IsBuildOutput(file));

    public static string Relative(string file) => Path.GetRelativePath(Root, file).Replace('\\', '/');

    private static bool IsBuildOutput(string file) => Relative(file).Split('/').Any(part => part is "bin" or "obj" or "artifacts");

    private static string FindRoot()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (folder is not null && !File.Exists(Path.Combine(folder.FullName, "Flint.Operator.sln")))
        {
            folder = folder.Parent;
        }

        // Built into an artifacts folder elsewhere: the source file's own place still tells.
        return folder?.FullName ?? Path.GetFullPath(Path.Combine(SourceFolder(), "../.."));
    }

    private static string SourceFolder([System.Runtime.CompilerServices.CallerFilePath] string file = "") => Path.GetDirectoryName(file)!;
}
