using Flint.Operator.Core.Activity;
using Flint.Operator.Core.Guide;
using Flint.Operator.Core.Sync;
using Flint.Operator.Storage.Json;
using Flint.Operator.Storage.Sync;

namespace Flint.Operator.Storage.Activity;

/// <summary>A question about activity as SQL. What was typed is only ever a value.</summary>
internal sealed class ActivitySql
{
    private readonly List<object?> _values = [];
    private readonly List<string> _conditions = [AccountText.IsOurs("a")];
    private readonly bool _isSearch;

    public ActivitySql(ActivityQuery query, DateTimeOffset now)
    {
        var terms = SearchTerm.Read(query.Text);
        _isSearch = terms.Count > 0;
        When(_isSearch, $"w.activity_words MATCH {{0}}", string.Join(' ', terms.Select(Phrase)));
        When(query.Surface is not null, "a.kind = {0}", StateWords.Of(query.Surface == Surface.PaymentLink ? RecordKind.PaymentLink : RecordKind.Order));
        When(query.OperatorName is not null, "a.operator = {0}", query.OperatorName);
        When(query.From is not null, "a.created_at >= {0}", query.From);
        When(query.Until is not null, "a.created_at < {0}", query.Until);
        if (query.States.Count > 0)
        {
            When(
                true,
                $"iif(a.ends_at <= {Value(now)}, 'expired', a.state) IN (SELECT value FROM json_each({{0}}))",
                JsonText.Write([.. query.States.Select(RecordStates.Word)], StorageJson.Default.IReadOnlyListString));
        }
    }

    public object?[] Values => [.. _values];

    // The words come in the order of their rows: a page is full after as many steps, however many there are.
    private string Id => _isSearch ? "w.rowid" : "a.id";

    private string From => _isSearch ? "activity_words AS w CROSS JOIN activity AS a ON a.id = w.rowid" : "activity AS a";

    public string Page(string? afterLid, int count)
    {
        When(afterLid is not null, $"{Id} < (SELECT id FROM activity WHERE lid = {{0}})", afterLid);
        return $"SELECT a.lid FROM {From} WHERE {string.Join(" AND ", _conditions)} ORDER BY {Id} DESC LIMIT {Value(count)}";
    }

    public string Count(int most) =>
        $"SELECT count(*) FROM (SELECT 1 FROM {From} WHERE {string.Join(" AND ", _conditions)} LIMIT {Value(most)})";

    private static string Phrase(SearchTerm term) => $"\"{string.Join(' ', term.Words)}\" *";

    private void When(bool applies, string condition, object? value)
    {
        if (applies)
        {
            _conditions.Add(condition.Replace("{0}", Value(value), StringComparison.Ordinal));
        }
    }

    private string Value(object? value)
    {
        _values.Add(value);
        return $"?{_values.Count}";
    }
}
