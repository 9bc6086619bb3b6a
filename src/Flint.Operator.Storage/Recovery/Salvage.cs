using Flint.Operator.Core.Sync;
using Flint.Operator.Storage.Sql;
using Flint.Operator.Storage.Sync;

namespace Flint.Operator.Storage.Recovery;

/// <summary>
/// Brings over what the restored database lacks and the damaged file still tells: what was tapped, sent and settled after the
/// backup. One transaction, before the restored file has its name; a try that was killed leaves nothing and is made again.
/// </summary>
internal sealed class Salvage(SqliteConnections connections, DamagedFile damaged, string template)
{
    /// <exception cref="SQLite.SQLiteException">The disk failed; nothing was written.</exception>
    /// <exception cref="IOException">There is no room for the copy that is read.</exception>
    public SalvageResult Into(SqlConnection target, DateTimeOffset now)
    {
        using var copy = DamagedCopy.Take(damaged, connections, template);
        if (copy is null)
        {
            return SalvageResult.Nothing;
        }

        var result = SalvageResult.Nothing;
        var isDone = Reading.Passes(() => Transaction.Run(target, connection =>
        {
            result = Bring(copy, connection, now);
            return CommitOutcome.Committed;
        }) == CommitOutcome.Committed);

        // Rows that break a rule together, though each keeps it: the backup alone must still open.
        return isDone ? result : new SalvageResult(0, 0, result.Rows + result.Unread);
    }

    private static SalvageResult Bring(DamagedCopy copy, SqlConnection connection, DateTimeOffset now)
    {
        // A record names the operation that made it, and an operation its record.
        connection.Script("PRAGMA defer_foreign_keys = ON");
        var stage = new SalvageStage(connection);
        var readWhole = SalvageStage.Tables.ToDictionary(table => table, table => new DamagedTable(copy, stage, table).Read(), StringComparer.Ordinal);
        SalvagedNames.Collect(copy, connection, stage);

        var entities = new EntitySalvage(connection, stage);
        var operations = new OperationSalvage(connection, stage, entities);
        var journal = new JournalSalvage(connection, stage);
        var audit = new SalvageAudit(connection);
        operations.Sift();
        entities.Sift();
        entities.Add();
        entities.Update();
        operations.Bring();
        entities.NameTheirOperations();
        operations.RebuildLost();
        new DependencySalvage(connection, readWhole["operation_dependency"]).Bring();
        journal.Bring();
        audit.Tell(now);
        BindAccount(copy, connection);
        var unread = SalvagedNames.CountMissing(connection) + operations.LeftOut + journal.LeftOut;
        return new SalvageResult(entities.Rows + operations.Count + journal.Rows, operations.Count, unread);
    }

    // A new file does not know its account yet, and shows only what is of its account.
    private static void BindAccount(DamagedCopy copy, SqlConnection connection)
    {
        using var source = copy.Open();
        Reading.Try(source, "SELECT account FROM installation", row =>
        {
            if (row.Values() is [string account] && Reading.Passes(() => AccountText.Read(account) is not null))
            {
                connection.Execute("UPDATE installation SET account = coalesce(account, ?1)", account);
            }
        });
    }
}
