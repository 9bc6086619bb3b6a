using Flint.Operator.Storage;

namespace Flint.Operator.Desktop.Start;

/// <summary>Why the database cannot be used and what to do; the file is left as it was in every case.</summary>
internal static class DatabaseRefusal
{
    public static string Sentence(DatabaseProblem problem, string file) => problem switch
    {
        DatabaseProblem.NewerSchema => $"The data in {file} was written by a newer Flint Operator and cannot be read by this one: update the app. Nothing was changed.",
        DatabaseProblem.NotOurs => $"{file} is not a Flint Operator database: name another folder with --data. Nothing was changed.",
        DatabaseProblem.SqliteTooOld => "The SQLite of this system is too old to keep money records safely: update this app.",
        DatabaseProblem.Corrupt => $"The database {file} is damaged and could not be mended. Keep a copy of it and of the files beside it, then start with another folder named by --data.",
        _ => $"The database {file} cannot be written: check the folder's permissions and the space on the disk.",
    };
}
