using Flint.Operator.Core.Sync;
using SQLite;

namespace Flint.Operator.Storage.Sql;

/// <summary>
/// Our own transaction. It takes the write lock at once (a lock taken later is refused without waiting) and rolls back
/// explicitly: after a failed COMMIT the transaction is still open, and everything written later would silently belong to it.
/// </summary>
internal static class Transaction
{
    /// <summary>Commits when <paramref name="work"/> comes to <see cref="CommitOutcome.Committed"/>; anything else leaves nothing.</summary>
    public static CommitOutcome Run(SqlConnection connection, Func<SqlConnection, CommitOutcome> work)
    {
        connection.Script("BEGIN IMMEDIATE");
        try
        {
            var outcome = work(connection);
            connection.Script(outcome == CommitOutcome.Committed ? "COMMIT" : "ROLLBACK");
            return outcome;
        }
        catch
        {
            RollBack(connection);
            throw;
        }
    }

    private static void RollBack(SqlConnection connection)
    {
        // SQLite rolls back by itself after some failures (a full disk, for one).
        if (!connection.IsInTransaction)
        {
            return;
        }

        try
        {
            connection.Script("ROLLBACK");
        }
        catch (SQLiteException)
        {
            // The first failure is the one to tell. The writer sees the open transaction and replaces the connection.
        }
    }
}
