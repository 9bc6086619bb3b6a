using System.Globalization;
using System.Text.Json.Nodes;
using Flint.Operator.Sandbox.Faults;
using Flint.Operator.Sandbox.State;

namespace Flint.Operator.Sandbox.Http.Paging;

/// <summary>A list request that has been read and found sound.</summary>
internal sealed class ListQuery
{
    private const int DefaultSize = 20;
    private const int LargestSize = 100;
    private readonly List<SqlCondition> _conditions = [];
    private readonly string _sort;
    private readonly bool _isDescending;
    private readonly int _size;
    private readonly string _name;
    private readonly PageToken? _after;
    private readonly TimeSpan? _age;

    public ListQuery(HttpContext http, ListSpec spec)
    {
        var query = http.Request.Query;
        _age = StaleList.AgeFor(http);
        ApiQuery.Allow(http, ["page_size", "page_token", "sort_by", "sort_direction", .. spec.Filters.Select(filter => filter.Parameter)]);
        var parts = new List<string> { http.Request.Path.Value ?? "" };
        foreach (var filter in spec.Filters)
            Add(filter, query[filter.Parameter], parts);
        if (Timestamp.TryRead(query["created_after"].ToString(), out var after) &&
            Timestamp.TryRead(query["created_before"].ToString(), out var before) && after >= before)
        {
            throw Problem.Invalid("INVALID_CREATED_RANGE", "'created_after' must be earlier than 'created_before'.", "created_after");
        }

        _size = ReadSize(query["page_size"]);
        _sort = ReadSort(query["sort_by"], spec);
        _isDescending = ReadDirection(query["sort_direction"], spec);
        parts.Add($"{_sort} {_isDescending}");
        _name = PageToken.NameList(parts);
        _after = query["page_token"].ToString() is { Length: > 0 } token ? PageToken.Read(token, _name) : null;
    }

    /// <param name="within">Narrows a list that belongs to something the path names.</param>
    public ApiReply Run<T>(SandboxState state, Func<T, JsonObject> write, SqlCondition? within = null) where T : StateDocument
    {
        if (_age is { } age)
            state = state.AsItWas(age);
        var conditions = _conditions.ToList();
        if (within is not null)
            conditions.Add(within);
        if (_after is not null)
        {
            var comparison = _isDescending ? "<" : ">";
            conditions.Add(new SqlCondition(
                $"({_sort} {comparison} ? OR ({_sort} = ? AND id {comparison} ?))", _after.SortValue, _after.SortValue, _after.Id));
        }

        var direction = _isDescending ? "DESC" : "ASC";
        var where = string.Join(" AND ", conditions.Select(condition => condition.Sql).DefaultIfEmpty("1"));
        var rows = state.Where<T>(
            $"{where} ORDER BY {_sort} {direction}, id {direction} LIMIT {_size + 1}",
            [.. conditions.SelectMany(condition => condition.Arguments)]);
        var page = rows.Take(_size).ToArray();
        return ApiReply.Ok(new JsonArray([.. page.Select(write)])) with
        {
            NextPageToken = rows.Count > _size ? TokenAfter(state, page[^1]) : null,
        };
    }

    private string TokenAfter(SandboxState state, StateDocument last)
    {
        var value = state.Scalar(_sort, last.Id);
        // A name made of digits is still a name, and SQLite never takes a text for a number.
        return state.Scalar($"typeof({_sort})", last.Id) is "integer"
            ? new PageToken(_name, null, long.Parse(value!, CultureInfo.InvariantCulture), last.Id).Write()
            : new PageToken(_name, value, 0, last.Id).Write();
    }

    private void Add(ListFilter filter, IReadOnlyList<string?> values, List<string> parts)
    {
        var given = values
            .SelectMany(value => filter.IsRepeatable ? (value ?? "").Split(',') : [value ?? ""])
            .ToArray();
        if (given.Length == 0)
            return;
        if (given.Length > 1 && !filter.IsRepeatable)
            throw Problem.Invalid("VALIDATION_ERROR", $"'{filter.Parameter}' can be sent once.", filter.Parameter);
        _conditions.Add(filter.Condition(given));
        parts.Add($"{filter.Parameter}={string.Join(',', given)}");
    }

    private static int ReadSize(string? text)
    {
        if (string.IsNullOrEmpty(text))
            return DefaultSize;
        return int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var size) && size is >= 1 and <= LargestSize
            ? size
            : throw Problem.Invalid("INVALID_PAGE_SIZE", $"'page_size' must be between 1 and {LargestSize}.", "page_size");
    }

    private static string ReadSort(string? name, ListSpec spec)
    {
        if (string.IsNullOrEmpty(name))
            return spec.Sorts[0].Value;
        return spec.Sorts.FirstOrDefault(sort => string.Equals(sort.Key, name, StringComparison.Ordinal)).Value
            ?? throw Problem.Invalid("INVALID_SORT_BY", $"This list cannot be sorted by '{name}'.", "sort_by");
    }

    private static bool ReadDirection(string? text, ListSpec spec) => text switch
    {
        null or "" => !spec.IsAscending,
        "desc" => true,
        "asc" => false,
        _ => throw Problem.Invalid("INVALID_SORT_DIRECTION", "'sort_direction' is asc or desc.", "sort_direction"),
    };
}
