using System.Text.RegularExpressions;

namespace Flint.Operator.Architecture.Tests;

/// <summary>What the README says is there and can be run.</summary>
public sealed partial class ReadmeTests
{
    private static readonly string Readme = File.ReadAllText(Path.Combine(Repository.Root, "README.md"));

    [Fact]
    public void Commands_NameProjectsAndScriptsThatExist()
    {
        var commands = ShellBlock().Matches(Readme).Select(match => match.Groups["text"].Value).ToList();

        Assert.NotEmpty(commands);
        Assert.Contains(commands, command => command.Contains("bash tests/run.sh", StringComparison.Ordinal));
        Assert.All(
            commands.SelectMany(command => NamedPath().Matches(command).Select(match => match.Value)),
            path => Assert.True(Path.Exists(Path.Combine(Repository.Root, path)), path));
    }

    [Fact]
    public void Links_LeadToFiles() =>
        Assert.All(
            LocalLink().Matches(Readme).Select(match => match.Groups["path"].Value).Where(path => !path.Contains("://", StringComparison.Ordinal)),
            path => Assert.True(File.Exists(Path.Combine(Repository.Root, path)), path));

    [Fact]
    public void Tree_NamesEveryProject() =>
        Assert.All(Repository.Projects("src").Keys, project => Assert.Contains($"Flint.Operator.{project}/", Readme, StringComparison.Ordinal));

    [Fact]
    public void Options_AreThoseOfTheProgram()
    {
        var usage = File.ReadAllText(Path.Combine(Repository.Root, "src/Flint.Operator.Desktop/Start/CommandLine.cs"));

        Assert.All(Option().Matches(Readme).Select(match => match.Value).Where(option => option is not "--project"), option => Assert.Contains(option, usage, StringComparison.Ordinal));
    }

    [GeneratedRegex("```sh\n(?<text>.*?)```", RegexOptions.Singleline | RegexOptions.ExplicitCapture)]
    private static partial Regex ShellBlock();

    [GeneratedRegex(@"(src|tests)/[\w./]+", RegexOptions.ExplicitCapture)]
    private static partial Regex NamedPath();

    [GeneratedRegex(@"\]\((?<path>[^)]+)\)", RegexOptions.ExplicitCapture)]
    private static partial Regex LocalLink();

    [GeneratedRegex(@"--[a-z]+(-[a-z]+)*", RegexOptions.ExplicitCapture)]
    private static partial Regex Option();
}
