namespace Flint.Operator.Api.Http;

internal sealed record ErrorEnvelopeDto
{
    public ErrorDto? Error { get; init; }

    public MetaDto? Meta { get; init; }
}

internal sealed record ErrorDto
{
    public string? Code { get; init; }

    public string? Type { get; init; }

    public string? Message { get; init; }

    public string? Param { get; init; }

    public string? RequestId { get; init; }

    public string? ExistingCheckoutSessionId { get; init; }

    public IReadOnlyList<string?>? MissingScopes { get; init; }

    public RemediationDto? Remediation { get; init; }

    public IReadOnlyList<ErrorDetailDto?>? Details { get; init; }
}

internal sealed record ErrorDetailDto
{
    public string? Code { get; init; }

    public string? Message { get; init; }

    public string? Param { get; init; }

    public string? ExistingCheckoutSessionId { get; init; }

    public IReadOnlyList<string?>? MissingScopes { get; init; }
}

internal sealed record RemediationDto
{
    public bool? Retryable { get; init; }

    public string? NextSteps { get; init; }
}
