using Flint.Operator.Core.Sync;
using Flint.Operator.Storage.Sql;

namespace Flint.Operator.Storage.Schema;

/// <summary>Brings a file to the newest schema: forward only, one transaction a step, a backup first.</summary>
internal static class Migrator
{
    /// <param name="connection">The writer.</param>
    /// <param name="migrations">Every step there is.</param>
    /// <param name="backUp">Takes a backup of a file that holds something and is about to be changed; null for a copy.</param>
    public static void Run(SqlConnection connection, IReadOnlyList<Migration> migrations, Action<SqlConnection>? backUp)
    {
        var version = (int)connection.Number("PRAGMA user_version");
        var due = migrations.Where(m => m.Version > version).OrderBy(m => m.Version).ToList();
        if (due.Count > 0 && version > 0)
        {
            backUp?.Invoke(connection);
        }

        foreach (var migration in due)
        {
            Transaction.Run(connection, c =>
            {
                c.Script(migration.Script);

                // Both stand in the header page, so they are part of the transaction.
                c.Script($"PRAGMA application_id = {DatabaseHeader.OurApplicationId}; PRAGMA user_version = {migration.Version}");
                return CommitOutcome.Committed;
            });
        }
    }
}
