namespace Flint.Operator.Core.Sync.Connections;

/// <summary>What an answer's headers told (contract 1.2).</summary>
public sealed record ResponseInfo
{
    /// <summary>The HTTP status.</summary>
    public required int Status { get; init; }

    /// <summary><c>X-Request-Id</c>.</summary>
    public string? RequestId { get; init; }

    /// <summary><c>Date</c>, UTC: the server's clock; not promised by the API.</summary>
    public DateTimeOffset? ServerDate { get; init; }

    /// <summary><c>Idempotency-Replayed: true</c>: a stored answer, not new work.</summary>
    public bool IsReplay { get; init; }

    /// <summary><c>Retry-After</c>, either form, already as a wait from now.</summary>
    public TimeSpan? RetryAfter { get; init; }
}
