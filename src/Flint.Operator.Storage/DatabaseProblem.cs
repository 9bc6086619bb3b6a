namespace Flint.Operator.Storage;

/// <summary>Why a database file cannot be used. It is never changed when one of these is found.</summary>
public enum DatabaseProblem
{
    /// <summary>A newer version of the app has written it.</summary>
    NewerSchema,

    /// <summary>It is a database of something else.</summary>
    NotOurs,

    /// <summary>The SQLite of this machine has the WAL-reset race (before 3.51.3).</summary>
    SqliteTooOld,

    /// <summary>It is damaged.</summary>
    Corrupt,

    /// <summary>It, or its folder, cannot be written, or there is no room.</summary>
    NotWritable,
}
