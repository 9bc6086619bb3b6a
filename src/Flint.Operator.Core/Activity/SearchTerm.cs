namespace Flint.Operator.Core.Activity;

/// <summary>One thing that is looked for: words that follow each other, the last one perhaps only begun.</summary>
/// <param name="Words">As <see cref="SearchText"/> gives them; at least one.</param>
public sealed record SearchTerm(IReadOnlyList<string> Words)
{
    // A pasted page is no search; nobody adds a ninth word to find one of eight.
    private const int Most = 8;

    /// <summary>
    /// What somebody typed, term by term: every one of them has to be found. Nothing that can be typed is a command, and signs
    /// alone look for nothing.
    /// </summary>
    public static IReadOnlyList<SearchTerm> Read(string typed)
    {
        ArgumentNullException.ThrowIfNull(typed);
        return
        [
            .. typed
                .Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)
                .Select(part => new SearchTerm([.. SearchText.Words(part).Take(Most)]))
                .Where(term => term.Words.Count > 0)
                .Take(Most),
        ];
    }
}
