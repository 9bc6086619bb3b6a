using Flint.Operator.Storage.Schema;
using Flint.Operator.Storage.Sql;
using SQLite;
using SQLitePCL;

namespace Flint.Operator.Storage.Backups;

/// <summary>Takes a backup by SQLite's own means, checks it, and only then gives it its name.</summary>
internal sealed class BackupWriter(string file)
{
    // About a megabyte: often enough to notice that the app is closing.
    private const int PagesAStep = 256;

    private readonly BackupFolder _folder = new(file);

    /// <summary>Copies what <paramref name="source"/> sees. A reader's snapshot holds up no writer and does not move while it is copied.</summary>
    /// <exception cref="SQLiteException">The disk failed, or the source is damaged; the earlier backups stand.</exception>
    /// <exception cref="IOException">The disk failed.</exception>
    public BackupFile Take(SqlConnection source, DateTimeOffset at, CancellationToken cancellationToken)
    {
        try
        {
            File.Delete(_folder.Unfinished);
            DatabaseFile.Create(_folder.Unfinished);
            Copy(source, _folder.Unfinished, cancellationToken);
            if (!DatabaseCheck.IsSound(_folder.Unfinished))
            {
                // Whose fault is it? A bad spot under the copy is no reason to distrust the original.
                throw DatabaseCheck.Passes(source, "quick_check")
                    ? new IOException("The copy was not written as it was read.")
                    : SQLiteException.New(SQLite3.Result.Corrupt, "The database is damaged.");
            }

            DatabaseFile.Flush(_folder.Unfinished);
            return _folder.Finish(at);
        }
        catch
        {
            Forget();
            throw;
        }
    }

    private static void Copy(SqlConnection source, string target, CancellationToken cancellationToken)
    {
        using var destination = SqlConnection.Open(target, SQLiteOpenFlags.ReadWrite, TimeSpan.Zero);

        // Nothing counts before it is checked and flushed as a whole, so a journal would be work for nothing.
        destination.Script("PRAGMA journal_mode = OFF; PRAGMA synchronous = OFF");
        using var backup = raw.sqlite3_backup_init(destination.Handle, "main", source.Handle, "main");
        var result = backup.IsInvalid ? raw.sqlite3_errcode(destination.Handle) : raw.SQLITE_OK;
        while (result == raw.SQLITE_OK)
        {
            cancellationToken.ThrowIfCancellationRequested();
            result = raw.sqlite3_backup_step(backup, PagesAStep);
        }

        if (result != raw.SQLITE_DONE)
        {
            throw SQLiteException.New((SQLite3.Result)(result & 0xff), "The copy could not be written.");
        }
    }

    private void Forget()
    {
        try
        {
            File.Delete(_folder.Unfinished);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            // The next backup tries again; the failure that brought us here is the one to tell.
        }
    }
}
