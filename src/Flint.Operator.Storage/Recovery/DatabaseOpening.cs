using Flint.Operator.Storage.Backups;
using Flint.Operator.Storage.Schema;
using Flint.Operator.Storage.Sql;
using SQLite;

namespace Flint.Operator.Storage.Recovery;

/// <summary>From a path to a file that can be used: look, mend what is damaged, migrate.</summary>
internal sealed class DatabaseOpening(SqliteConnections connections, IReadOnlyList<Migration> migrations, TimeProvider time)
{
    private readonly DatabaseInspection _inspection = new(connections, migrations[^1].Version);
    private readonly DamageMarker _marker = new(connections.File);

    /// <summary>What was done about damage; null when there was none.</summary>
    public DatabaseRecovery? Recovery { get; private set; }

    /// <summary>Leaves the file at the newest schema, or as it was where a newer app has written it.</summary>
    /// <exception cref="DatabaseProblemException">The file cannot be used; it is as it was.</exception>
    public FileCondition Run()
    {
        Directory.CreateDirectory(Path.GetDirectoryName(connections.File)!);
        while (true)
        {
            switch (_inspection.Look())
            {
                case FileCondition.Newer:
                    return FileCondition.Newer;
                case FileCondition.Usable when Migrate():
                    _marker.Clear();
                    return FileCondition.Usable;
                default:
                    Mend();
                    break;
            }
        }
    }

    /// <summary>How the readers of the file are to be opened: beside a file that a newer app has closed, not even a log's index may appear.</summary>
    public Func<SqlConnection> ReaderOf(FileCondition condition) =>
        condition == FileCondition.Newer && !_inspection.HasLog ? connections.OpenStill : connections.OpenReader;

    // False when the damage shows only now: a file that was closed cleanly is not checked as a whole.
    private bool Migrate()
    {
        try
        {
            DatabaseFile.Create(connections.File);
            using var connection = connections.OpenWriter();
            Migrator.Run(connection, migrations, c => new BackupWriter(connections.File).Take(c, time.GetUtcNow(), CancellationToken.None));
            return true;
        }
        catch (SQLiteException failure) when (SqliteFailures.IsDamage(failure))
        {
            return false;
        }
    }

    private void Mend()
    {
        // A second round means that the restored file fails too: a disk that cannot be written to for long.
        if (Recovery is not null)
        {
            throw new DatabaseProblemException(DatabaseProblem.Corrupt);
        }

        Recovery = new Restoration(connections, migrations, time.GetUtcNow()).Run();
    }
}
