namespace Flint.Operator.Faults.Tests.Processes;

/// <summary>Where the built host is, relative to these tests' own output.</summary>
internal static class HostProgram
{
    public static string File { get; } = Find();

    private static string Find()
    {
        const string Name = "Flint.Operator.Faults.Host";
        var configuration = new DirectoryInfo(AppContext.BaseDirectory.TrimEnd(Path.DirectorySeparatorChar)).Name;
        var file = Path.GetFullPath(Path.Combine(AppContext.BaseDirectory, "../..", Name, configuration, Name + ".dll"));
        return System.IO.File.Exists(file) ? file : throw new FileNotFoundException($"{Name} is not built.", file);
    }
}
