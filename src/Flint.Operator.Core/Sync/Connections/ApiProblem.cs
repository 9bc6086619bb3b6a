namespace Flint.Operator.Core.Sync.Connections;

/// <summary>The API's error envelope (contract 1.6). Branch on <see cref="Code"/>, never on <see cref="Status"/>: the API splits state refusals between 400 and 409.</summary>
public sealed record ApiProblem
{
    /// <summary>The HTTP status it came with.</summary>
    public required int Status { get; init; }

    /// <summary>Stable code, e.g. <c>VALIDATION_ERROR</c>.</summary>
    public required string Code { get; init; }

    /// <summary>Family, e.g. <c>validation_error</c>.</summary>
    public string? Type { get; init; }

    /// <summary>The API's own sentence for people.</summary>
    public string? Message { get; init; }

    /// <summary>Path of the field, e.g. <c>line_items[0].name</c>.</summary>
    public string? Param { get; init; }

    /// <summary>One sentence per problem when there are several.</summary>
    public IReadOnlyList<ApiProblemDetail> Details { get; init; } = [];

    /// <summary>The API's own word on whether the same request may succeed later.</summary>
    public bool? IsRetryable { get; init; }

    /// <summary>What the API advises to do.</summary>
    public string? NextSteps { get; init; }

    /// <summary>The id to name when asking for support.</summary>
    public string? RequestId { get; init; }

    /// <summary>With <c>CHECKOUT_SESSION_ALREADY_EXISTS</c>: the order's open session.</summary>
    public string? ExistingCheckoutSessionId { get; init; }

    /// <summary>With <c>INSUFFICIENT_SCOPE</c>: the rights the key lacks.</summary>
    public IReadOnlyList<string> MissingScopes { get; init; } = [];
}
