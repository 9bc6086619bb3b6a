using System.Text.RegularExpressions;

namespace Flint.Operator.UI.Tests.Strings;

/// <summary>Finds text that an operator would read and that is written into markup instead of the resources.</summary>
internal static partial class VisibleText
{
    public static IReadOnlyList<string> In(string razor)
    {
        var markup = CodeBlock().Replace(Comment().Replace(razor, ""), "");
        markup = Expression().Replace(InlineControl().Replace(Directive().Replace(markup, ""), "\n"), "¤");
        var attributes = SpokenAttribute().Matches(markup).Select(match => match.Groups[1].Value);
        var between = Tag().Replace(markup, "\n").Split('\n').Where(line => !Control().IsMatch(line));
        return [.. attributes.Concat(between).Select(text => text.Replace('¤', ' ').Trim()).Where(text => Word().IsMatch(text))];
    }

    [GeneratedRegex(@"@\*.*?\*@", RegexOptions.Singleline)]
    private static partial Regex Comment();

    // By convention the code block ends the file.
    [GeneratedRegex(@"^@code\b.*", RegexOptions.Singleline | RegexOptions.Multiline)]
    private static partial Regex CodeBlock();

    [GeneratedRegex(@"^@(using|inject|implements|inherits|attribute|layout|namespace|typeparam|page|rendermode)\b.*$", RegexOptions.Multiline)]
    private static partial Regex Directive();

    [GeneratedRegex(@"@(?:if|foreach|for|switch|while)\b\s*\((?:[^()]|\((?:[^()]|\([^()]*\))*\))*\)\s*\{")]
    private static partial Regex InlineControl();

    // @(…), @name.of[…](…) with one level of nesting, and entities; the keywords of control flow are left for the next step.
    [GeneratedRegex(@"@\((?:[^()]|\((?:[^()]|\([^()]*\))*\))*\)|@(?!if\b|else\b|foreach\b|for\b|switch\b|while\b)[\w.]+(?:\[(?:[^\[\]]|\[[^\]]*\])*\]|\((?:[^()]|\((?:[^()]|\([^()]*\))*\))*\)|\?\.[\w.]+|\.[\w.]+)*|&#?\w+;")]
    private static partial Regex Expression();

    [GeneratedRegex("""\b(?:aria-label|title|placeholder|alt|Label|Title|Hint|Subtitle|Placeholder|Note|Optional|AccessibleName)="([^"¤{]*)["]""")]
    private static partial Regex SpokenAttribute();

    [GeneratedRegex("""<(?:"[^"]*"|'[^']*'|[^'">])*>""")]
    private static partial Regex Tag();

    [GeneratedRegex(@"^\s*(@(if|foreach|for|switch|while)\b|else\b|case\b|default:|break;|var\b|\}\s*else|[{}])")]
    private static partial Regex Control();

    [GeneratedRegex(@"\p{L}{2,}")]
    private static partial Regex Word();
}
