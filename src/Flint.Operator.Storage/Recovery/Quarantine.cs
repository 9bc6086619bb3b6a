using Flint.Operator.Storage.Backups;

namespace Flint.Operator.Storage.Recovery;

/// <summary>Sets a damaged database aside, whole: nothing is deleted, since a tool may still get something out of it.</summary>
internal static class Quarantine
{
    /// <summary>
    /// Returns the new name of the file, or null when only its log was there. The file goes first: a log without its file is
    /// noticed by the next opening, while a file without its log would look like one that was closed cleanly.
    /// </summary>
    public static string? SetAside(string file, DateTimeOffset at)
    {
        var name = FreeName(file, at);
        var moved = Move(file, name);
        Move(file + "-wal", name + "-wal");
        Move(file + "-shm", name + "-shm");
        return moved ? name : null;
    }

    /// <summary>A backup that is damaged itself would be tried again at each start.</summary>
    public static void SetAside(BackupFile backup, string file) => File.Move(backup.Path, $"{FreeName(file, backup.TakenAt)}-backup");

    private static string FreeName(string file, DateTimeOffset at)
    {
        string name;
        do
        {
            name = $"{file}.damaged-{FileStamp.Write(at)}";
            at = at.AddMilliseconds(1);
        }
        while (File.Exists(name) || File.Exists(name + "-wal") || File.Exists(name + "-backup"));

        return name;
    }

    private static bool Move(string from, string to)
    {
        if (!File.Exists(from))
        {
            return false;
        }

        File.Move(from, to);
        return true;
    }
}
