namespace Flint.Operator.Core.Sync;

/// <summary>What reading one record came to.</summary>
public abstract record RecordReading
{
    private RecordReading()
    {
    }

    /// <summary>The record as it now is, already stored.</summary>
    public sealed record Read(RemoteRecord Record) : RecordReading;

    /// <summary>The API knows no such record.</summary>
    public sealed record Gone : RecordReading;

    /// <summary>It could not be read: that proves nothing.</summary>
    public sealed record Unread : RecordReading;
}
