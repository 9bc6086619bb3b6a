namespace Flint.Operator.Storage.Backups;

/// <summary>The backups beside a database: their names, their order and how many are kept.</summary>
internal sealed class BackupFolder(string file)
{
    private const int Kept = 3;

    private readonly string _prefix = file + ".backup-";

    /// <summary>A copy that is not finished bears no backup's name.</summary>
    public string Unfinished => file + ".backup.part";

    public BackupFile? Newest => NewestFirst() is [var newest, ..] ? newest : null;

    public IReadOnlyList<BackupFile> NewestFirst()
    {
        var folder = Path.GetDirectoryName(file)!;
        if (!Directory.Exists(folder))
        {
            return [];
        }

        return
        [
            .. Directory.EnumerateFiles(folder)
                .Where(path => path.StartsWith(_prefix, StringComparison.Ordinal))
                .Select(path => (Path: path, TakenAt: FileStamp.Read(path[_prefix.Length..])))
                .Where(found => found.TakenAt is not null)
                .Select(found => new BackupFile(found.Path, found.TakenAt!.Value))
                .OrderByDescending(backup => backup.TakenAt),
        ];
    }

    /// <summary>Gives the finished copy its name and lets the oldest go. A set-back clock must not make the newest look old.</summary>
    public BackupFile Finish(DateTimeOffset at)
    {
        var newest = Newest?.TakenAt;
        var takenAt = FileStamp.Read(FileStamp.Write(at))!.Value;
        takenAt = takenAt <= newest ? newest.Value.AddMilliseconds(1) : takenAt;
        var backup = new BackupFile(_prefix + FileStamp.Write(takenAt), takenAt);
        File.Move(Unfinished, backup.Path);
        foreach (var old in NewestFirst().Skip(Kept))
        {
            File.Delete(old.Path);
        }

        return backup;
    }
}
