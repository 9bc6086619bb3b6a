using Flint.Operator.Core.Sync;
using SQLite;

namespace Flint.Operator.Storage.Sql;

/// <summary>What a failure of SQLite means.</summary>
internal static class SqliteFailures
{
    /// <summary>The outcome of a commit that failed like this, or null when it is not the disk's fault.</summary>
    public static CommitOutcome? OutcomeOf(SQLiteException failure) => failure.Result switch
    {
        SQLite3.Result.Full => CommitOutcome.DiskFull,
        SQLite3.Result.Corrupt or SQLite3.Result.NonDBFile => CommitOutcome.Damaged,
        SQLite3.Result.ReadOnly or SQLite3.Result.CannotOpen or SQLite3.Result.Perm or SQLite3.Result.Busy or SQLite3.Result.Locked
            or SQLite3.Result.IOError or SQLite3.Result.AccessDenied or SQLite3.Result.LockErr => CommitOutcome.NotWritable,
        _ => null,
    };

    /// <summary>Whether the file itself is damaged.</summary>
    public static bool IsDamage(SQLiteException failure) => OutcomeOf(failure) == CommitOutcome.Damaged;

    /// <summary>Whether a rule of the schema was broken: a bug of the caller.</summary>
    public static bool IsRule(SQLiteException failure) => failure.Result == SQLite3.Result.Constraint;

    /// <summary>Why a file cannot be opened.</summary>
    public static DatabaseProblem? ProblemOf(SQLiteException failure) => OutcomeOf(failure) switch
    {
        null => null,
        CommitOutcome.Damaged => DatabaseProblem.Corrupt,
        _ => DatabaseProblem.NotWritable,
    };
}
