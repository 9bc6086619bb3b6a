using Flint.Operator.Core.Sync;
using Flint.Operator.Storage.Recovery;
using Flint.Operator.Storage.Schema;
using Flint.Operator.Storage.Sql;
using SQLite;

namespace Flint.Operator.Storage;

/// <summary>One open database file: a writer on its own thread and a few readers. Disposing it folds the log into the file.</summary>
public sealed class OperatorDatabase : IAsyncDisposable
{
    private readonly SqliteWriter? _writer;
    private bool _isDisposed;

    private OperatorDatabase(string file, Func<SqlConnection> openReader, SqliteWriter? writer, DatabaseRecovery? recovery)
    {
        _writer = writer;
        File = file;
        Recovery = recovery;
        Damage = new DamageWatch(file, isOurs: writer is not null);
        Readers = new SqliteReaders(openReader, Damage.Look);
    }

    /// <summary>The path of the file.</summary>
    public string File { get; }

    /// <summary>What was done about a damaged file; null when there was nothing to do.</summary>
    public DatabaseRecovery? Recovery { get; }

    /// <summary>Whether a newer version of the app has written the file: it is then read, and nothing is written, not even beside it.</summary>
    public bool IsReadOnly => _writer is null;

    internal SqliteWriter Writer => _writer ?? throw new InvalidOperationException("The file is open to be looked at only.");

    internal SqliteReaders Readers { get; }

    internal DamageWatch Damage { get; }

    /// <summary>Opens a file, or makes it. A damaged one is set aside and the newest backup takes its place.</summary>
    /// <exception cref="DatabaseProblemException">The file cannot be used; it is left as it is.</exception>
    public static OperatorDatabase Open(string file, TimeProvider time) => Open(file, time, TimeSpan.FromSeconds(5), Migration.All);

    public async ValueTask DisposeAsync()
    {
        if (Interlocked.Exchange(ref _isDisposed, true))
        {
            return;
        }

        await Readers.DisposeAsync().ConfigureAwait(false);
        if (_writer is not null)
        {
            await _writer.DisposeAsync().ConfigureAwait(false);
        }
    }

    /// <summary>Commits on the writer's thread. The disk's failures are outcomes; a broken rule of the schema is a bug and throws.</summary>
    /// <exception cref="InvalidOperationException">A rule was broken; nothing was written.</exception>
    internal Task<CommitOutcome> CommitAsync(Func<SqlConnection, CommitOutcome> work, CancellationToken cancellationToken) =>
        CommitAsync(writer => writer.RunAsync(connection => Transaction.Run(connection, work), cancellationToken));

    /// <summary>The same for what no operator waits for: every tap goes first.</summary>
    /// <exception cref="InvalidOperationException">A rule was broken; nothing was written.</exception>
    internal Task<CommitOutcome> CommitInBackgroundAsync(Func<SqlConnection, CommitOutcome> work, CancellationToken cancellationToken) =>
        CommitAsync(writer => writer.RunInBackgroundAsync(connection => Transaction.Run(connection, work), cancellationToken));

    private async Task<CommitOutcome> CommitAsync(Func<SqliteWriter, Task<CommitOutcome>> run)
    {
        if (_writer is null)
        {
            return CommitOutcome.NewerSchema;
        }

        // The next start puts a backup in the place of this file: a tap that it took now would be gone from the screen then.
        if (Damage.IsFound)
        {
            return CommitOutcome.Damaged;
        }

        try
        {
            return await run(_writer).ConfigureAwait(false);
        }
        catch (SQLiteException failure) when (SqliteFailures.OutcomeOf(failure) is { } outcome)
        {
            Damage.Look(failure);
            return outcome;
        }
        catch (SQLiteException failure) when (SqliteFailures.IsRule(failure))
        {
            throw new InvalidOperationException("A commit breaks a rule of the schema.", failure);
        }
    }

    internal static OperatorDatabase Open(string file, TimeProvider time, TimeSpan busyTimeout, IReadOnlyList<Migration> migrations)
    {
        var path = Path.GetFullPath(file);
        var connections = new SqliteConnections(path, busyTimeout);
        var opening = new DatabaseOpening(connections, migrations, time);
        try
        {
            var condition = opening.Run();
            var reader = opening.ReaderOf(condition);
            if (condition == FileCondition.Newer && !ReadProbe.CanRead(reader))
            {
                throw new DatabaseProblemException(DatabaseProblem.NewerSchema);
            }

            return new OperatorDatabase(path, reader, condition == FileCondition.Newer ? null : new SqliteWriter(connections.OpenWriter), opening.Recovery);
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
