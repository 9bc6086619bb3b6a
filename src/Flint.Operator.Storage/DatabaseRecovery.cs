namespace Flint.Operator.Storage;

/// <summary>What was done about a damaged file when it was opened. Nothing was deleted.</summary>
/// <param name="BackupTakenAt">When the backup was taken that is in use now, UTC; null when there was none and the file is new.</param>
/// <param name="DamagedFile">Where the damaged file stands now, its log beside it; null when there was no file, only its log or its backups.</param>
/// <param name="Salvaged">How many operations were brought over from the damaged file, or are further there than in the backup.</param>
/// <param name="Unread">How many rows the damaged file is known to hold that could not be brought over.</param>
public sealed record DatabaseRecovery(DateTimeOffset? BackupTakenAt, string? DamagedFile, int Salvaged = 0, int Unread = 0);
