using Flint.Operator.Core.Sync;
using Flint.Operator.Storage.Schema;
using Flint.Operator.Storage.Sql;
using SQLite;

namespace Flint.Operator.Storage;

/// <summary>One open database file: a writer on its own thread and a few readers. Disposing it folds the log into the file.</summary>
public sealed class OperatorDatabase : IAsyncDisposable
{
    private bool _isDisposed;

    private OperatorDatabase(SqliteConnections connections, SqliteWriter writer)
    {
        File = connections.File;
        Writer = writer;
        Readers = new SqliteReaders(connections.OpenReader);
    }

    /// <summary>The path of the file.</summary>
    public string File { get; }

    internal SqliteWriter Writer { get; }

    internal SqliteReaders Readers { get; }

    /// <summary>Opens a file, or makes it. A file that cannot be used is left as it is.</summary>
    /// <exception cref="DatabaseProblemException">The file cannot be used.</exception>
    public static OperatorDatabase Open(string file) => Open(file, TimeSpan.FromSeconds(5), Migration.All);

    public async ValueTask DisposeAsync()
    {
        if (Interlocked.Exchange(ref _isDisposed, true))
        {
            return;
        }

        await Readers.DisposeAsync().ConfigureAwait(false);
        await Writer.DisposeAsync().ConfigureAwait(false);
    }

    /// <summary>Commits on the writer's thread. The disk's failures are outcomes; a broken rule of the schema is a bug and throws.</summary>
    /// <exception cref="InvalidOperationException">A rule was broken; nothing was written.</exception>
    internal async Task<CommitOutcome> CommitAsync(Func<SqlConnection, CommitOutcome> work, CancellationToken cancellationToken)
    {
        try
        {
            return await Writer.RunAsync(connection => Transaction.Run(connection, work), cancellationToken).ConfigureAwait(false);
        }
        catch (SQLiteException failure) when (SqliteFailures.OutcomeOf(failure) is { } outcome)
        {
            return outcome;
        }
        catch (SQLiteException failure) when (SqliteFailures.IsRule(failure))
        {
            throw new InvalidOperationException("A commit breaks a rule of the schema.", failure);
        }
    }

    internal static OperatorDatabase Open(string file, TimeSpan busyTimeout, IReadOnlyList<Migration> migrations)
    {
        var path = Path.GetFullPath(file);
        var connections = new SqliteConnections(path, busyTimeout);
        try
        {
            Directory.CreateDirectory(Path.GetDirectoryName(path)!);
            DatabaseInspection.Check(connections, migrations[^1].Version);
            DatabaseFile.Create(path);
            using (var connection = connections.OpenWriter())
            {
                Migrator.Run(connection, path, migrations);
            }

            return new OperatorDatabase(connections, new SqliteWriter(connections.OpenWriter));
        }
        catch (SQLiteException failure) when (SqliteFailures.ProblemOf(failure) is { } problem)
        {
            throw new DatabaseProblemException(problem, failure);
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            throw new DatabaseProblemException(DatabaseProblem.NotWritable, failure);
        }
    }
}
