namespace Flint.Operator.Core.Sync;

/// <summary>What became of a commit. Only <see cref="Committed"/> is durable; anything else left nothing behind.</summary>
public enum CommitOutcome
{
    /// <summary>On disk.</summary>
    Committed,

    /// <summary>An operation had changed, or a record had come here, meanwhile; read again and decide anew.</summary>
    Stale,

    /// <summary>The disk is full.</summary>
    DiskFull,

    /// <summary>The file cannot be written: read-only, locked, or another process holds it.</summary>
    NotWritable,

    /// <summary>The file was found to be damaged, now or earlier in this run. The next start checks it as a whole and mends it; until then it takes nothing more.</summary>
    Damaged,

    /// <summary>A newer version of the app has written the file: it is open to be looked at, no more.</summary>
    NewerSchema,
}
