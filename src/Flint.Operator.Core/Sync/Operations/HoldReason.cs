namespace Flint.Operator.Core.Sync.Operations;

/// <summary>Why an operation was set aside until a person confirms that it may go on.</summary>
public enum HoldReason
{
    /// <summary>More than one paid record carries its reference: which one counts is not for code to say.</summary>
    SecondRecord,

    /// <summary>The API says that its key met another body: a rule of ours was broken somewhere.</summary>
    KeyMetAnotherBody,

    /// <summary>The database was copied from another device, which may be sending the same operations.</summary>
    CopiedDatabase,

    /// <summary>The database was put back from a backup: what happened since is not in it.</summary>
    RestoredBackup,
}
