using System.Text.RegularExpressions;
using System.Xml.Linq;
using Flint.Operator.UI.Strings;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Localization;

namespace Flint.Operator.UI.Tests.Strings;

public sealed partial class TextsTests : UITest
{
    private static readonly HashSet<string> Keys = XDocument.Parse(SourceFiles.Text("Strings/Texts.resx")).Root!
        .Elements("data").Select(data => data.Attribute("name")!.Value).ToHashSet(StringComparer.Ordinal);

    private IStringLocalizer<Texts> T => Services.GetRequiredService<IStringLocalizer<Texts>>();

    [Theory]
    [InlineData(0, "0 waiting to be sent")]
    [InlineData(1, "1 waiting to be sent")]
    [InlineData(3, "3 waiting to be sent")]
    public void Counted_Number_PicksTheForm(int count, string expected) => Assert.Equal(expected, T.Counted("Shell.Waiting", count));

    [Fact]
    public void Keys_UsedInSources_AllExist()
    {
        var missing = SourceFiles.Named("*.razor").Concat(SourceFiles.Named("*.cs")).Select(File.ReadAllText)
            .SelectMany(source => UsedKey().Matches(source).Select(used => used.Groups[1].Value)
                .Concat(CountedKey().Matches(source).SelectMany(used => new[] { used.Groups[1].Value + ".one", used.Groups[1].Value + ".other" })))
            .Where(key => !Keys.Contains(key));

        Assert.Empty(missing);
    }

    [Fact]
    public void Keys_OfTheResource_AreFoundByTheLocalizer()
    {
        Assert.True(Keys.Count > 60);
        Assert.All(Keys, key => Assert.False(T[key].ResourceNotFound, key));
    }

    [Fact]
    public void Markup_OfEveryComponent_HoldsNoTextOfItsOwn() =>
        Assert.All(SourceFiles.Named("*.razor"), file => Assert.Empty(VisibleText.In(File.ReadAllText(file))));

    [Theory]
    [InlineData("<p>Try again</p>", "Try again")]
    [InlineData("<b>@Name</b> is offline", "is offline")]
    [InlineData("<button aria-label=\"Close\"><Icon /></button>", "Close")]
    [InlineData("<Card Title=\"What they pay\"></Card>", "What they pay")]
    [InlineData("@if (Open)\n{\n    <p>Open</p>\n}", "Open")]
    public void VisibleText_HardCoded_IsFound(string markup, string found) => Assert.Contains(found, VisibleText.In(markup), StringComparer.Ordinal);

    [Fact]
    public void VisibleText_FromTheResource_IsNotMistaken() =>
        Assert.Empty(VisibleText.In("@inject X T\n<p>@T[\"A.b\", Count(1)] @(a > b ? \"·\" : null)</p>\n@foreach (var x in Xs) {<b class=\"title\">@x.Name</b>}\n@code { string Word => \"inside\"; }"));

    [GeneratedRegex("""\bT\["([^"$]+)"[\],]""")]
    private static partial Regex UsedKey();

    [GeneratedRegex("""\.Counted\("([^"$]+)["]""")]
    private static partial Regex CountedKey();
}
