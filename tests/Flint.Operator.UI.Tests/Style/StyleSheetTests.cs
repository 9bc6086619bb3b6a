using System.Text.RegularExpressions;

namespace Flint.Operator.UI.Tests.Style;

public sealed partial class StyleSheetTests
{
    [Fact]
    public void StyleSheets_EveryFileTheyNameLocally_Exists()
    {
        var named = Url().Matches(SourceFiles.Text("wwwroot/app.css")).Select(match => match.Groups[1].Value).ToList();

        Assert.NotEmpty(named);
        Assert.All(named, file => Assert.True(new FileInfo(SourceFiles.PathOf(Path.Combine("wwwroot", file))).Length > 10_000, file));
    }

    [Fact]
    public void StyleSheets_SidesOfABox_AreWrittenForBothDirections()
    {
        var physical = SourceFiles.Named("*.css").SelectMany(file => Physical().Matches(File.ReadAllText(file)).Select(match => $"{Path.GetFileName(file)}: {match.Value}"));

        Assert.Empty(physical);
    }

    [Fact]
    public void StyleSheets_VariablesUsed_AreDeclared()
    {
        var sheets = SourceFiles.Named("*.css").Concat(SourceFiles.Named("*.razor")).Select(File.ReadAllText).ToList();
        var declared = sheets.SelectMany(sheet => Declared().Matches(sheet).Select(match => match.Groups[1].Value)).ToHashSet(StringComparer.Ordinal);

        var used = sheets.SelectMany(sheet => Used().Matches(sheet).Select(match => match.Groups[1].Value)).ToHashSet(StringComparer.Ordinal);

        Assert.NotEmpty(used);
        Assert.Subset(declared, used);
    }

    [GeneratedRegex(@"url\(""([^""]+)""\)")]
    private static partial Regex Url();

    [GeneratedRegex(@"(?:margin|padding|border)-(?:left|right)|(?<![\w-])(?:left|right):|text-align: (?:left|right)|(?<![\w-])float:")]
    private static partial Regex Physical();

    [GeneratedRegex(@"(--[\w-]+)\s*:")]
    private static partial Regex Declared();

    [GeneratedRegex(@"var\((--[\w-]+)\)")]
    private static partial Regex Used();
}
