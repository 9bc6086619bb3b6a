namespace Flint.Operator.Api.Http;

internal sealed record EnvelopeDto<T>
{
    // Required, yet it may be null: `{"data":null}` is an empty list, while JSON without it is not the API's and proves no absence.
    public required T? Data { get; init; }

    public string? NextPageToken { get; init; }

    public string? RequestId { get; init; }

    public MetaDto? Meta { get; init; }
}

internal sealed record MetaDto
{
    public bool? IdempotencyReplayed { get; init; }

    public string? RequestId { get; init; }
}
