using Flint.Operator.Core.Sync;
using Flint.Operator.Core.Sync.Operations;
using Flint.Operator.Storage.Json;
using Flint.Operator.Storage.Sql;

namespace Flint.Operator.Storage.Sync;

/// <summary>
/// Every operation that is open, as sync asks for it several times a cycle. Only those that have changed since the last time are
/// read whole: with thousands waiting it is the reading that costs. Everything that changes a row raises its revision, but for the
/// account that it is bound to.
/// </summary>
internal sealed class OpenOperations
{
    private IReadOnlyDictionary<string, (Stamp Stamp, Operation Operation)> _known = new Dictionary<string, (Stamp, Operation)>(StringComparer.Ordinal);

    public IReadOnlyList<Operation> Load(SqlConnection connection)
    {
        var known = Volatile.Read(ref _known);
        var stamps = connection.Query($"SELECT id, revision, account FROM operation WHERE {StateWords.IsOpen} ORDER BY position, id", ReadStamp);
        var changed = Read(connection, [.. stamps.Where(stamp => !known.TryGetValue(stamp.Id, out var held) || held.Stamp != stamp).Select(stamp => stamp.Id)]);
        List<Operation> open = [.. stamps.Select(stamp => changed.GetValueOrDefault(stamp.Id) ?? known[stamp.Id].Operation)];
        Volatile.Write(ref _known, stamps.Zip(open).ToDictionary(pair => pair.First.Id, pair => pair, StringComparer.Ordinal));
        return open;
    }

    private static Dictionary<string, Operation> Read(SqlConnection connection, IReadOnlyList<string> ids) => ids.Count == 0
        ? []
        : connection
            .Query(
                $"SELECT {OperationRow.Columns} FROM operation AS o WHERE o.id IN (SELECT value FROM json_each(?1))", OperationRow.Read, JsonText.Write(ids, StorageJson.Default.IReadOnlyListString))
            .ToDictionary(operation => operation.Id, StringComparer.Ordinal);

    private static Stamp ReadStamp(SqlRow row) => new(row.Text("id"), row.Number("revision"), row.OptionalText("account"));

    private sealed record Stamp(string Id, long Revision, string? Account);
}
