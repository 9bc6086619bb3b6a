using Flint.Operator.Core.Sync;

namespace Flint.Operator.Storage.Sql;

/// <summary>What a failure of a plain file means.</summary>
internal static class FileFailures
{
    // ENOSPC and EDQUOT of Linux and of Apple; ERROR_DISK_FULL and ERROR_HANDLE_DISK_FULL of Windows.
    private static readonly int[] Full = OperatingSystem.IsWindows() ? [0x70, 0x27] : [28, 122, 69];

    public static CommitOutcome OutcomeOf(Exception failure) =>
        failure is IOException && Full.Contains(failure.HResult & 0xffff) ? CommitOutcome.DiskFull : CommitOutcome.NotWritable;
}
