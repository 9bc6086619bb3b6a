namespace Flint.Operator.Storage.Backups;

/// <summary>One finished backup.</summary>
internal sealed record BackupFile(string Path, DateTimeOffset TakenAt);
