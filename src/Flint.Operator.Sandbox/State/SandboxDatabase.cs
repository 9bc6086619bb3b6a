using SQLite;

namespace Flint.Operator.Sandbox.State;

/// <summary>
/// One file, one connection, one unit of work at a time. Every unit runs in its own immediate transaction, so an effect
/// and the record of its idempotency key are kept together or not at all, whatever moment the process dies in.
/// </summary>
internal sealed class SandboxDatabase : IAsyncDisposable
{
    private readonly SemaphoreSlim _turn = new(1, 1);
    private readonly SQLiteConnection _connection;
    private readonly TimeProvider _time;

    public SandboxDatabase(string path, TimeProvider time)
    {
        _time = time;
        if (Path.GetDirectoryName(Path.GetFullPath(path)) is { Length: > 0 } folder)
            Directory.CreateDirectory(folder);
        _connection = new SQLiteConnection(
            path, SQLiteOpenFlags.ReadWrite | SQLiteOpenFlags.Create | SQLiteOpenFlags.FullMutex);
        try
        {
            _connection.BusyTimeout = TimeSpan.FromSeconds(5);
            SandboxSchema.Apply(_connection);
            Identity = InTransaction(SandboxIdentity.LoadOrCreate);
        }
        catch
        {
            _connection.Dispose();
            throw;
        }
    }

    public SandboxIdentity Identity { get; }

    public async Task<T> RunAsync<T>(Func<SandboxState, T> work, CancellationToken cancellationToken)
    {
        await _turn.WaitAsync(cancellationToken);
        try
        {
            return InTransaction(work);
        }
        finally
        {
            _turn.Release();
        }
    }

    public async ValueTask DisposeAsync()
    {
        await _turn.WaitAsync();
        _connection.Dispose();
        _turn.Dispose();
    }

    private T InTransaction<T>(Func<SandboxState, T> work)
    {
        _connection.Execute("BEGIN IMMEDIATE");
        try
        {
            var result = work(new SandboxState(_connection, Timestamp.ToMilliseconds(_time.GetUtcNow())));
            _connection.Execute("COMMIT");
            return result;
        }
        catch
        {
            _connection.Execute("ROLLBACK");
            throw;
        }
    }
}
