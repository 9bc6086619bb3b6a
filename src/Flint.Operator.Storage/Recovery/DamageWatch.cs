using Flint.Operator.Storage.Sql;
using SQLite;

namespace Flint.Operator.Storage.Recovery;

/// <summary>Looks at the failures of an open database. The first one that means damage leaves the marker for the next start and is told to whoever listens.</summary>
/// <param name="file">The database.</param>
/// <param name="isOurs">False over data of a newer app, beside which nothing is written.</param>
internal sealed class DamageWatch(string file, bool isOurs)
{
    private readonly DamageMarker _marker = new(file);
    private bool _isFound;

    /// <summary>Called once, on the thread that met the damage.</summary>
    public Action? Found { get; set; }

    public bool IsFound => Volatile.Read(ref _isFound);

    public void Look(SQLiteException failure)
    {
        if (!SqliteFailures.IsDamage(failure) || Interlocked.Exchange(ref _isFound, true))
        {
            return;
        }

        try
        {
            if (isOurs)
            {
                _marker.Set();
            }
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            // The same disk that fails the database. The person is told all the same, and an unclean stop is checked without a marker.
        }

        Found?.Invoke();
    }
}
