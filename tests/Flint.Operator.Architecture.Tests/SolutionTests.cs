using System.Text.RegularExpressions;
using System.Xml.Linq;

namespace Flint.Operator.Architecture.Tests;

/// <summary>The layout, the solution file and the rules of the build.</summary>
public sealed partial class SolutionTests
{
    private static readonly string[] Product = ["Api", "Core", "Desktop", "Sandbox", "Storage", "UI", "ViewModels"];

    [Fact]
    public void Solution_ListsEveryProject()
    {
        var listed = ProjectLine().Matches(File.ReadAllText(Path.Combine(Repository.Root, "Flint.Operator.sln"))).Select(match => match.Groups["path"].Value.Replace('\\', '/')).ToHashSet();
        var there = new[] { "src", "tests" }.SelectMany(folder => Directory.EnumerateFiles(Path.Combine(Repository.Root, folder), "*.csproj", SearchOption.AllDirectories)).Select(Repository.Relative).ToHashSet();

        Assert.Equal(there.Order(), listed.Order());
    }

    [Fact]
    public void MauiHead_IsNeverBuiltByDefault()
    {
        var solution = File.ReadAllText(Path.Combine(Repository.Root, "Flint.Operator.sln"));
        var maui = ProjectLine().Matches(solution).SingleOrDefault(match => match.Groups["path"].Value.Contains("Maui", StringComparison.Ordinal));

        // A machine without the workload must build the solution: `dotnet sln add` puts these lines back, so they are looked for.
        Assert.True(maui is null || !Regex.IsMatch(solution, Regex.Escape(maui.Groups["id"].Value) + @"\.[^\n]*Build\.0", RegexOptions.None, TimeSpan.FromSeconds(5)));
    }

    [Fact]
    public void EveryProductProject_HasItsTests()
    {
        var tests = Repository.Projects("tests").Keys;

        Assert.All(Product, project => Assert.Contains($"{project}.Tests", tests));
    }

    [Fact]
    public void EveryVersion_IsCentral()
    {
        var projects = Repository.Projects("src").Values.Concat(Repository.Projects("tests").Values);

        Assert.All(projects.SelectMany(project => project.Descendants("PackageReference")), reference => Assert.Null(reference.Attribute("Version")));
    }

    [Fact]
    public void Build_TreatsWarningsAsErrors()
    {
        var props = XDocument.Load(Path.Combine(Repository.Root, "Directory.Build.props"));

        Assert.Equal("true", props.Descendants("TreatWarningsAsErrors").Single().Value);
        Assert.Equal("enable", props.Descendants("Nullable").Single().Value);
    }

    [Fact]
    public void NoSource_TurnsWarningsOffWithoutAReason()
    {
        foreach (var file in Product.SelectMany(project => Repository.Sources(project, ".cs")))
        {
            Assert.All(
                File.ReadAllLines(file).Where(line => line.TrimStart().StartsWith("#pragma warning disable", StringComparison.Ordinal)),
                line => Assert.Contains("//", line, StringComparison.Ordinal));
        }
    }

    [Fact]
    public void NoProject_SwitchesTheRulesOff() =>
        Assert.All(
            Repository.Projects("src").Values.Concat(Repository.Projects("tests").Values),
            project => Assert.DoesNotContain(project.Descendants(), element => element.Name.LocalName is "NoWarn" or "TreatWarningsAsErrors" or "RunAnalyzers"));

    [Theory]
    [InlineData("Manager")]
    [InlineData("Helper")]
    [InlineData("Utils")]
    [InlineData("Common")]
    public void NoFile_IsADrawer(string word) =>
        Assert.DoesNotContain(
            Product.SelectMany(project => Repository.Sources(project, ".cs", ".razor")),
            file => Path.GetFileNameWithoutExtension(file).EndsWith(word, StringComparison.Ordinal));

    [Fact]
    public void Namespace_IsTheFolder()
    {
        foreach (var project in Product)
        {
            foreach (var file in Repository.Sources(project, ".cs"))
            {
                var declared = NamespaceLine().Match(File.ReadAllText(file));
                var folder = Path.GetDirectoryName(Repository.Relative(file))!.Replace('\\', '/')["src/".Length..].Replace('/', '.');
                Assert.True(!declared.Success || declared.Groups["name"].Value == folder, $"{Repository.Relative(file)} declares {declared.Groups["name"].Value}");
            }
        }
    }

    [GeneratedRegex("""^Project\("[^"]+"\) = "[^"]+", "(?<path>[^"]+\.csproj)", "(?<id>[^"]+)"\r?$""", RegexOptions.Multiline | RegexOptions.ExplicitCapture)]
    private static partial Regex ProjectLine();

    [GeneratedRegex(@"^namespace (?<name>[\w.]+);\r?$", RegexOptions.Multiline | RegexOptions.ExplicitCapture)]
    private static partial Regex NamespaceLine();
}
