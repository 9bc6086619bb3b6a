using System.Globalization;
using System.Text;

namespace Flint.Operator.Core.Activity;

/// <summary>
/// Text as words to search by. What is held and what is typed are folded alike: case, accents, the width of letters and the
/// digits of other scripts make no difference, and everything that is neither a letter nor a digit parts words, so that 1,500.00
/// and 1.500,00 are the same three.
/// </summary>
public static class SearchText
{
    // What is longer is no word that anybody types to its end: its beginning finds it.
    private const int Longest = 48;

    /// <summary>The words of a text in their order.</summary>
    public static IReadOnlyList<string> Words(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        List<string> words = [];
        var word = new StringBuilder();
        foreach (var rune in Plain(text).EnumerateRunes())
        {
            if (Rune.GetUnicodeCategory(rune) is UnicodeCategory.NonSpacingMark or UnicodeCategory.EnclosingMark)
            {
                continue;
            }

            if (!IsOfAWord(rune) || StandsAlone(rune))
            {
                End();
            }

            if (IsOfAWord(rune) && word.Length < Longest)
            {
                word.Append(Fold(rune));
            }

            if (StandsAlone(rune))
            {
                End();
            }
        }

        End();
        return words;

        void End()
        {
            if (word.Length > 0)
            {
                words.Add(word.ToString());
                word.Clear();
            }
        }
    }

    // Half of a surrogate pair cannot be normalised, and a field that is cut at a length may end in one. Most texts need neither.
    private static string Plain(string text) => Ascii.IsValid(text) ? text : string.Concat(text.EnumerateRunes()).Normalize(NormalizationForm.FormKD);

    private static bool IsOfAWord(Rune rune) =>
        Rune.IsLetter(rune) || Rune.IsNumber(rune) || Rune.GetUnicodeCategory(rune) == UnicodeCategory.SpacingCombiningMark;

    // Chinese and Japanese put no space between words: each sign is one, and a name is found by any part of it.
    private static bool StandsAlone(Rune rune) => rune.Value is (>= 0x3040 and <= 0x30FF) or (>= 0x3400 and <= 0x9FFF) or (>= 0x20000 and <= 0x3FFFF);

    private static string Fold(Rune rune) => Rune.GetUnicodeCategory(rune) == UnicodeCategory.DecimalDigitNumber
        ? ((int)Rune.GetNumericValue(rune)).ToString(CultureInfo.InvariantCulture)
        : Rune.ToLowerInvariant(rune).ToString();
}
