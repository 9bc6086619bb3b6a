namespace Flint.Operator.Core.Sync;

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

    /// <summary>More than one record carries the reference: an alarm for a person.</summary>
    public sealed record Several(int Count) : LookFinding;

    /// <summary>The look itself failed: it proves nothing.</summary>
    public sealed record Failed : LookFinding;
}
