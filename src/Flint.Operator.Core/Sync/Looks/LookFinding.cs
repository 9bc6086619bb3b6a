namespace Flint.Operator.Core.Sync.Looks;

/// <summary>What a look came to.</summary>
public abstract record LookFinding
{
    private LookFinding()
    {
    }

    /// <summary>Exactly one record is the operation's outcome.</summary>
    public sealed record Found(RemoteRecord Record) : LookFinding;

    /// <summary>All pages were read and nothing is there: absence, as far as lists are fresh.</summary>
    public sealed record Absent : LookFinding;

    /// <summary>More than one paid record carries the reference: which one counts is for a person to say.</summary>
    public sealed record Several(int Count) : LookFinding;

    /// <summary>What was frozen can no longer be right, and had no effect: another operation takes its place.</summary>
    public sealed record Overtaken : LookFinding;

    /// <summary>The same field was changed at the API: a person chooses.</summary>
    public sealed record Conflicting : LookFinding;

    /// <summary>The look itself failed: it proves nothing.</summary>
    public sealed record Failed : LookFinding;
}
