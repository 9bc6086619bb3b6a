using Flint.Operator.Core.Sync;
using Flint.Operator.Storage.Sql;

namespace Flint.Operator.Storage.Schema;

/// <summary>Brings a file to the newest schema: forward only, one transaction a step, a copy set aside first.</summary>
internal static class Migrator
{
    public static void Run(SqlConnection connection, string file, IReadOnlyList<Migration> migrations)
    {
        var version = (int)connection.Number("PRAGMA user_version");
        var due = migrations.Where(m => m.Version > version).OrderBy(m => m.Version).ToList();
        if (due.Count > 0 && version > 0)
        {
            BackUp(connection, file, version);
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

    /// <summary>The name of the copy that is taken before a file of this version is migrated.</summary>
    public static string BackupOf(string file, int version) => $"{file}.v{version}.backup";

    // VACUUM INTO refuses a file that holds something, and an interrupted copy must not look like a backup.
    private static void BackUp(SqlConnection connection, string file, int version)
    {
        var unfinished = BackupOf(file, version) + ".part";
        File.Delete(unfinished);
        DatabaseFile.Create(unfinished);
        connection.Execute("VACUUM INTO ?1", unfinished);
        File.Move(unfinished, BackupOf(file, version), overwrite: true);
    }
}
