using System.Collections.Concurrent;
using SQLite;

namespace Flint.Operator.Storage.Sql;

/// <summary>
/// A few read-only connections, each used by one caller at a time. Reads run on the thread pool, never on a screen's thread,
/// see one moment of the data, and neither wait for the writer nor hold it up.
/// </summary>
internal sealed class SqliteReaders(Func<SqlConnection> open, Action<SQLiteException> failed) : IAsyncDisposable
{
    private const int Count = 4;

    private readonly SemaphoreSlim _places = new(Count);
    private readonly ConcurrentBag<SqlConnection> _idle = [];

    public async Task<T> ReadAsync<T>(Func<SqlConnection, T> read, CancellationToken cancellationToken)
    {
        await _places.WaitAsync(cancellationToken).ConfigureAwait(false);
        try
        {
            return await Task.Run(() => Read(read), cancellationToken).ConfigureAwait(false);
        }
        finally
        {
            _places.Release();
        }
    }

    /// <summary>Waits for the reads that have begun: a connection left open would keep the log from being folded into the file.</summary>
    public async ValueTask DisposeAsync()
    {
        for (var place = 0; place < Count; place++)
        {
            await _places.WaitAsync().ConfigureAwait(false);
        }

        while (_idle.TryTake(out var connection))
        {
            connection.Dispose();
        }

        _places.Dispose();
    }

    private T Read<T>(Func<SqlConnection, T> read)
    {
        var connection = _idle.TryTake(out var idle) ? idle : open();
        try
        {
            connection.Script("BEGIN");
            var result = read(connection);
            connection.Script("COMMIT");
            _idle.Add(connection);
            return result;
        }
        catch (Exception failure)
        {
            connection.Dispose();
            if (failure is SQLiteException sqlite)
            {
                failed(sqlite);
            }

            throw;
        }
    }
}
