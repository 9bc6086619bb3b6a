using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using Flint.Operator.Core.Validation;

namespace Flint.Operator.Core.PaymentLinks;

/// <summary>Something the page asks a buyer; a custom field on the wire (contract 2.2). The answer comes back with the order.</summary>
/// <param name="Key">The caller's own key, unique on its link; it stays when the label changes.</param>
/// <param name="Kind">How it is answered.</param>
/// <param name="Label">What the buyer reads.</param>
public sealed record LinkQuestion(string Key, QuestionKind Kind, string Label)
{
    /// <summary>Questions of one link (contract 1.8).</summary>
    public const int Most = 20;

    /// <summary>Options of one dropdown: what a phone can show.</summary>
    public const int MostOptions = 50;

    private const int LongestKey = 40;

    /// <summary>Whether the buyer has to answer.</summary>
    public bool IsRequired { get; init; }

    /// <summary>What a dropdown offers; empty for the other kinds.</summary>
    [AllowNull]
    public ValueList<string> Options { get; init => field = value ?? []; } = [];

    /// <summary>The grey text in the empty field, as another app may have set it; kept as it is.</summary>
    public string? Placeholder { get; init; }

    /// <summary>The longest answer in characters, as another app may have set it; kept as it is.</summary>
    public int? MaximumLength { get; init; }

    /// <summary>A readable key for a label: its ASCII letters and digits in lower case, numbered when it is taken.</summary>
    public static string KeyFor(string label, IReadOnlyCollection<string> taken)
    {
        ArgumentNullException.ThrowIfNull(label);
        ArgumentNullException.ThrowIfNull(taken);
        var words = label.Split([.. label.Where(c => !char.IsAsciiLetterOrDigit(c))], StringSplitOptions.RemoveEmptyEntries);
        var slug = string.Join('_', words.Select(word => word.ToLowerInvariant()));
        var wanted = slug.Length == 0 ? "question" : slug[..Math.Min(slug.Length, LongestKey)].TrimEnd('_');
        return Enumerable.Range(2, taken.Count)
            .Select(number => string.Create(CultureInfo.InvariantCulture, $"{wanted}_{number}"))
            .Prepend(wanted)
            .First(key => !taken.Contains(key, StringComparer.Ordinal));
    }

    internal LinkQuestion Tidy() => this with
    {
        Label = Label.Trim(),
        Options = Kind == QuestionKind.Dropdown ? [.. Options.Select(option => option.Trim()).Where(option => option.Length > 0)] : [],
        MaximumLength = Kind is QuestionKind.Text or QuestionKind.LongText ? MaximumLength : null,
    };

    internal IEnumerable<FieldError> Validate(string field) =>
    [
        .. FieldChecks.RequiredText($"{field}.label", Label, DraftLimits.NameLength),
        .. Kind == QuestionKind.Dropdown ? ValidateOptions($"{field}.options") : [],
    ];

    private IEnumerable<FieldError> ValidateOptions(string field)
    {
        if (Options.Count == 0)
        {
            return [new FieldError(field, FieldProblem.Required)];
        }

        if (Options.Count > MostOptions)
        {
            return [new FieldError(field, FieldProblem.TooMany, MostOptions)];
        }

        return Options.Distinct(StringComparer.Ordinal).Count() < Options.Count
            ? [new FieldError(field, FieldProblem.Duplicate)]
            : Options.SelectMany(option => FieldChecks.OptionalText(field, option, DraftLimits.NameLength)).Take(1);
    }
}
