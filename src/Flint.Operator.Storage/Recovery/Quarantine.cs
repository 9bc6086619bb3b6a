using Flint.Operator.Storage.Backups;

namespace Flint.Operator.Storage.Recovery;

/// <summary>Sets a damaged database aside, whole: nothing is deleted, since a tool may still get something out of it.</summary>
internal static class Quarantine
{
    /// <summary>
    /// Moves the file, where there is one, and its log. The file goes first: a log without its file is noticed by the next
    /// opening, while a file without its log would look like one that was closed cleanly.
    /// </summary>
    public static void SetAside(string file, string name)
    {
        Move(file, name);
        Move(file + "-wal", name + "-wal");
        Move(file + "-shm", name + "-shm");
    }

    /// <summary>A backup that is damaged itself would be tried again at each start.</summary>
    public static void SetAside(BackupFile backup, string file) => File.Move(backup.Path, $"{FreeName(file, backup.TakenAt)}-backup");

    /// <summary>A name for a damaged file that nothing bears yet.</summary>
    public static string FreeName(string file, DateTimeOffset at)
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

    private static void Move(string from, string to)
    {
        if (File.Exists(from))
        {
            File.Move(from, to);
        }
    }
}
