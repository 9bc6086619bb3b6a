using System.Text.RegularExpressions;

namespace Flint.Operator.Architecture.Tests;

/// <summary>What docs/sync.md says is held by a test is held by one that exists.</summary>
public sealed partial class SyncDocTests
{
    private static readonly string Doc = File.ReadAllText(Path.Combine(Repository.Root, "docs/sync.md"));

    private static readonly ILookup<string, string> Tests = Directory
        .EnumerateFiles(Path.Combine(Repository.Root, "tests"), "*.cs", SearchOption.AllDirectories)
        .Where(file => !file.Contains($"{Path.DirectorySeparatorChar}obj{Path.DirectorySeparatorChar}", StringComparison.Ordinal))
        .ToLookup(file => Path.GetFileNameWithoutExtension(file), File.ReadAllText, StringComparer.Ordinal);

    [Fact]
    public void Faults_AreSixty_EachWithATestOrAReason()
    {
        var rows = FaultRow().Matches(Doc);

        Assert.Equal(Enumerable.Range(1, 60), rows.Select(row => int.Parse(row.Groups["number"].ValueSpan, System.Globalization.CultureInfo.InvariantCulture)).Order());
        Assert.All(rows, row => Assert.NotEmpty(row.Groups["test"].Value.Trim()));
    }

    [Fact]
    public void Tests_ThatAreNamed_Exist()
    {
        var named = Doc.Split('\n').SelectMany(Named).ToList();

        Assert.True(named.Count > 60);
        Assert.All(named, test => Assert.True(Exists(test), $"{test.Class}.{test.Method}"));
    }

    // `Class.Method`, and `.Method` of the class named last in the same line; a method may be cut short with an ellipsis.
    private static IEnumerable<(string Class, string? Method)> Named(string line)
    {
        var last = "";
        foreach (Match match in TestName().Matches(line))
        {
            last = match.Groups["class"].Success ? match.Groups["class"].Value : last;
            if (last.Length > 0)
            {
                yield return (last, match.Groups["method"].Success ? match.Groups["method"].Value : null);
            }
        }
    }

    private static bool Exists((string Class, string? Method) test) => Tests[test.Class].Any(source => test.Method is null || source.Contains($" {test.Method}", StringComparison.Ordinal))
        || Tests.Any(file => file.Any(source => source.Contains($"class {test.Class}", StringComparison.Ordinal) && (test.Method is null || source.Contains($" {test.Method}", StringComparison.Ordinal))));

    [GeneratedRegex(@"^\| (?<number>\d+) \| [^|]+ \| (?<test>[^|]+) \|", RegexOptions.Multiline | RegexOptions.ExplicitCapture)]
    private static partial Regex FaultRow();

    [GeneratedRegex(@"`((?<class>[A-Z]\w+Tests)(\.(?<method>[A-Z]\w*))?|\.(?<method>[A-Z]\w*))", RegexOptions.ExplicitCapture)]
    private static partial Regex TestName();
}
