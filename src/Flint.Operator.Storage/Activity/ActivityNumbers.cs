using Flint.Operator.Storage.Json;
using Flint.Operator.Storage.Sql;

namespace Flint.Operator.Storage.Activity;

/// <summary>Gives rows of activity their numbers: the one a row has, or the first that is free from where its local id sorts.</summary>
internal sealed class ActivityNumbers(SqlConnection connection)
{
    public IReadOnlyDictionary<string, long> Of(IReadOnlyList<string> lids)
    {
        var numbers = connection
            .Query(
                "SELECT lid, id FROM activity WHERE lid IN (SELECT value FROM json_each(?1))",
                row => (Lid: row.Text("lid"), Id: row.Number("id")),
                JsonText.Write(lids, StorageJson.Default.IReadOnlyListString))
            .ToDictionary(row => row.Lid, row => row.Id, StringComparer.Ordinal);
        var given = new HashSet<long>();
        foreach (var lid in lids.Where(lid => !numbers.ContainsKey(lid)))
        {
            var number = ActivityId.Of(lid);
            while (given.Contains(number) || IsTaken(number))
            {
                number++;
            }

            given.Add(number);
            numbers.Add(lid, number);
        }

        return numbers;
    }

    private bool IsTaken(long number) => connection.Query("SELECT id FROM activity WHERE id = ?1", row => row.Number(0), number).Count > 0;
}
