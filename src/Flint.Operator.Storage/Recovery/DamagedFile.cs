namespace Flint.Operator.Storage.Recovery;

/// <summary>Where the damaged database stands while it is mended.</summary>
/// <param name="Path">The file.</param>
/// <param name="Log">Its log; it may not be there.</param>
/// <param name="IsSetAside">An earlier try was killed after it had moved the file.</param>
internal sealed record DamagedFile(string Path, string Log, bool IsSetAside)
{
    /// <summary>Null when there is none.</summary>
    /// <param name="file">The name of the database.</param>
    /// <param name="aside">Where an earlier try meant to move it.</param>
    public static DamagedFile? Find(string file, string? aside)
    {
        if (File.Exists(file))
        {
            return new DamagedFile(file, file + "-wal", IsSetAside: false);
        }

        // The file is moved before its log.
        return aside is not null && File.Exists(aside)
            ? new DamagedFile(aside, File.Exists(aside + "-wal") ? aside + "-wal" : file + "-wal", IsSetAside: true)
            : null;
    }
}
