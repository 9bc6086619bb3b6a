namespace Flint.Operator.Core.Sync;

/// <summary>A record as the API last told it. Unknown members of an answer are ignored, unknown state words kept.</summary>
public abstract record RemoteRecord
{
    /// <summary>The API's id, with its prefix.</summary>
    public required string RemoteId { get; init; }

    /// <summary>The caller's own reference: <c>external_reference_id</c>. Ours says which operation made the record.</summary>
    public string? Reference { get; init; }

    /// <summary>When the API made it, UTC.</summary>
    public DateTimeOffset? CreatedAt { get; init; }

    /// <summary>When the API last changed it, UTC; guards an older copy from replacing a newer one.</summary>
    public DateTimeOffset? UpdatedAt { get; init; }
}
