using System.Text.Json;
using Flint.Operator.Core.Sync;
using Flint.Operator.Storage.Sql;
using SQLite;

namespace Flint.Operator.Storage.Recovery;

/// <summary>Reads what may be damaged.</summary>
internal static class Reading
{
    /// <summary>Hands on row by row until the file fails; false when it did. A full disk and what <paramref name="use"/> throws are passed on.</summary>
    public static bool Try(SqlConnection connection, string sql, Action<SqlRow> use)
    {
        var isOurs = false;
        try
        {
            connection.Query(sql, row =>
            {
                isOurs = true;
                use(row);
                return isOurs = false;
            });
            return true;
        }
        catch (SQLiteException failure) when (!isOurs && IsOfTheFile(failure))
        {
            return false;
        }
    }

    /// <summary>Whether a failure tells of the damaged file. A disk that is full tells nothing of it: what could be read must not count as lost.</summary>
    public static bool IsOfTheFile(SQLiteException failure) => SqliteFailures.OutcomeOf(failure) is null or CommitOutcome.Damaged;

    /// <summary>Whether <paramref name="read"/> comes through; what a row that was not written like this provokes is no.</summary>
    public static bool Passes(Func<bool> read)
    {
        try
        {
            return read();
        }
        catch (SQLiteException failure) when (SqliteFailures.IsRule(failure) || failure.Result == SQLite3.Result.Mismatch)
        {
            return false;
        }
        catch (Exception failure) when (failure is InvalidOperationException or ArgumentException or KeyNotFoundException or JsonException
            or FormatException or IndexOutOfRangeException or OverflowException or NotSupportedException)
        {
            return false;
        }
    }
}
