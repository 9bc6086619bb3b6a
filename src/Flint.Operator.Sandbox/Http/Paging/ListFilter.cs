using System.Globalization;
using Flint.Operator.Sandbox.State;

namespace Flint.Operator.Sandbox.Http.Paging;

/// <summary>One filter of a list: the query parameter, and the condition it stands for.</summary>
internal sealed record ListFilter(string Parameter, Func<IReadOnlyList<string>, SqlCondition> Condition)
{
    public bool IsRepeatable { get; init; }

    public static ListFilter Exact(string name, string? member = null) =>
        new(name, values => new SqlCondition($"{SandboxSchema.Field(member ?? name)} = ?", Filled(name, values[0])));

    /// <summary>A caller's own reference, as long as one may be.</summary>
    public static ListFilter Reference() => new("external_reference_id", values => values[0].Length is >= 1 and <= 255
        ? new SqlCondition($"{SandboxSchema.Field("external_reference_id")} = ?", values[0])
        : throw Problem.Invalid("VALIDATION_ERROR", "'external_reference_id' has 1 to 255 characters.", "external_reference_id"));

    /// <summary>Matches one member of a stored list of texts.</summary>
    public static ListFilter Among(string name, string list) => new(name, values => new SqlCondition(
        $"EXISTS (SELECT 1 FROM json_each(document, '$.{list}') WHERE value = ?)", Filled(name, values[0])));

    public static ListFilter Currency() => new("currency", values => values[0].Length == 3 && values[0].All(char.IsAsciiLetterUpper)
        ? new SqlCondition($"{SandboxSchema.Field("currency")} = ?", values[0])
        : throw Problem.Invalid("INVALID_CURRENCY", "'currency' must be an ISO 4217 code.", "currency"));

    public static ListFilter OneOf(string name, params string[] known) => new(name, values => AnyOf(name, values, known));

    public static ListFilter SomeOf(string name, params string[] known) => OneOf(name, known) with { IsRepeatable = true };

    public static ListFilter After(string name, string column) => Bound(name, column, ">");

    public static ListFilter Before(string name, string column) => Bound(name, column, "<");

    public static ListFilter AtLeast(string name, string member) => Amount(name, member, ">=");

    public static ListFilter AtMost(string name, string member) => Amount(name, member, "<=");

    /// <summary>An amount means nothing without its currency.</summary>
    public static void NeedCurrency(HttpContext http)
    {
        var query = http.Request.Query;
        if ((query.ContainsKey("min_amount") || query.ContainsKey("max_amount")) && !query.ContainsKey("currency"))
            throw Problem.Invalid("FIELD_REQUIRED", "An amount filter needs 'currency'.", "currency");
    }

    /// <summary>Substring of the searchable texts, or the start of an id.</summary>
    public static ListFilter Search() => new("query", values => values[0].Length == 0
        ? new SqlCondition("1")
        : new SqlCondition(
            "(instr(search, ?) > 0 OR substr(id, 1, length(?)) = ?)", values[0].ToUpperInvariant(), values[0], values[0]));

    public static IEnumerable<ListFilter> Times(params string[] names) =>
        names.SelectMany(name => (ListFilter[])[After($"{name}_after", $"{name}_at"), Before($"{name}_before", $"{name}_at")]);

    private static SqlCondition AnyOf(string name, IReadOnlyList<string> values, string[] known)
    {
        if (known.Length > 0 && values.Except(known, StringComparer.Ordinal).FirstOrDefault() is { } unknown)
            throw Problem.Invalid("VALIDATION_ERROR", $"'{unknown}' is not a value of '{name}'.", name);
        var marks = string.Join(", ", values.Select(_ => "?"));
        return new SqlCondition($"{SandboxSchema.Field(name)} IN ({marks})", [.. values]);
    }

    private static ListFilter Bound(string name, string column, string comparison) => new(name, values =>
        Timestamp.TryRead(values[0], out var instant)
            ? new SqlCondition(
                $"{(column is "created_at" or "updated_at" ? column : SandboxSchema.Field(column))} {comparison} ?", Timestamp.Write(instant))
            : throw Problem.Invalid($"INVALID_{name.ToUpperInvariant()}", $"'{name}' must be an RFC 3339 time.", name));

    private static ListFilter Amount(string name, string member, string comparison) => new(name, values =>
        long.TryParse(values[0], NumberStyles.None, CultureInfo.InvariantCulture, out var amount) && amount >= 1
            ? new SqlCondition($"{SandboxSchema.Field(member)} {comparison} ?", amount)
            : throw Problem.Invalid("VALIDATION_ERROR", $"'{name}' must be a whole number of minor units, at least 1.", name));

    /// <summary>An empty filter is refused: it could only mean a mistake, and must not mean "everything".</summary>
    private static string Filled(string name, string value) =>
        value.Length > 0 ? value : throw Problem.Invalid("VALIDATION_ERROR", $"'{name}' must not be empty.", name);
}
