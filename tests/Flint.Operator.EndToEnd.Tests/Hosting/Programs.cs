namespace Flint.Operator.EndToEnd.Tests.Hosting;

/// <summary>Where the built programs are, relative to these tests' own output.</summary>
internal static class Programs
{
    public static string Desktop => Find("Flint.Operator.Desktop");

    public static string Sandbox => Find("Flint.Operator.Sandbox");

    /// <summary>Pictures for people to look at; also where the README's picture comes from.</summary>
    public static string Screenshots { get; } = Directory.CreateDirectory(
        Environment.GetEnvironmentVariable("FLINT_OPERATOR_SCREENSHOTS") is { Length: > 0 } named ? named : Path.Combine(Output, "screenshots")).FullName;

    private static string Output => Path.GetFullPath(Path.Combine(AppContext.BaseDirectory, "../../.."));

    private static string Find(string program)
    {
        var configuration = new DirectoryInfo(AppContext.BaseDirectory.TrimEnd(Path.DirectorySeparatorChar)).Name;
        var file = Path.Combine(Output, "bin", program, configuration, program + ".dll");
        return File.Exists(file) ? file : throw new FileNotFoundException($"{program} is not built.", file);
    }
}
