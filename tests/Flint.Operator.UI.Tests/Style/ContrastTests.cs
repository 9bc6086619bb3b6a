using System.Globalization;
using System.Text.RegularExpressions;

namespace Flint.Operator.UI.Tests.Style;

/// <summary>WCAG 2 contrast of the tokens that are read on one another, in both themes.</summary>
public sealed partial class ContrastTests
{
    private static readonly Dictionary<string, (string Light, string Dark)> Tokens = Token().Matches(SourceFiles.Text("wwwroot/app.css"))
        .ToDictionary(match => match.Groups[1].Value, match => (match.Groups[2].Value, match.Groups[3].Value), StringComparer.Ordinal);

    public static TheoryData<string, string, double> Pairs
    {
        get
        {
            var pairs = new TheoryData<string, string, double>();
            foreach (var tone in new[] { "waiting", "sending", "checking", "ready", "paid", "ended", "refused", "conflict", "test" }) pairs.Add(tone, tone + "-bg", 4.5);
            foreach (var ink in new[] { "ink", "ink-2", "ink-3", "primary", "refused", "ready", "paid" })
            foreach (var ground in new[] { "surface", "ground" }) pairs.Add(ink, ground, 4.5);
            pairs.Add("ink-2", "sunken", 4.5);
            pairs.Add("ink-3", "sunken", 4.5);
            pairs.Add("primary-ink", "primary", 4.5);
            pairs.Add("primary-ink", "primary-hover", 4.5);
            pairs.Add("primary", "primary-soft", 4.5);
            pairs.Add("ink-3", "primary-soft", 4.5);
            pairs.Add("edge", "surface", 3);
            return pairs;
        }
    }

    [Theory]
    [MemberData(nameof(Pairs))]
    public void Contrast_OfTextOnItsGround_IsEnoughInBothThemes(string ink, string ground, double least)
    {
        Assert.InRange(Ratio(Tokens[ink].Light, Tokens[ground].Light), least, 21);
        Assert.InRange(Ratio(Tokens[ink].Dark, Tokens[ground].Dark), least, 21);
    }

    [Fact]
    public void Ratio_BlackOnWhite_Is21() => Assert.Equal(21, Ratio("#000000", "#ffffff"), 1);

    private static double Ratio(string one, string other)
    {
        var (a, b) = (Luminance(one), Luminance(other));
        return (Math.Max(a, b) + 0.05) / (Math.Min(a, b) + 0.05);
    }

    private static double Luminance(string hex)
    {
        double Channel(int at)
        {
            var value = int.Parse(hex.AsSpan(at, 2), NumberStyles.HexNumber, CultureInfo.InvariantCulture) / 255.0;
            return value <= 0.04045 ? value / 12.92 : Math.Pow((value + 0.055) / 1.055, 2.4);
        }

        return (0.2126 * Channel(1)) + (0.7152 * Channel(3)) + (0.0722 * Channel(5));
    }

    [GeneratedRegex(@"--([\w-]+): light-dark\((#[0-9a-f]{6}), (#[0-9a-f]{6})\);")]
    private static partial Regex Token();
}
