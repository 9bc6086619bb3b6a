using Refit;

namespace Flint.Operator.Api.Sync;

// The query of a list. No default order is stated anywhere (contract 1.4), so the order is always sent; what is null is left out.
internal sealed record RecordQuery
{
    [AliasAs("external_reference_id")]
    public string? Reference { get; init; }

    [AliasAs("order_id")]
    public string? OrderId { get; init; }

    [AliasAs("status")]
    public string? Status { get; init; }

    [AliasAs("updated_after")]
    public string? UpdatedAfter { get; init; }

    [AliasAs("sort_by")]
    public string SortBy { get; init; } = "created_at";

    [AliasAs("sort_direction")]
    public string SortDirection { get; init; } = "desc";

    [AliasAs("page_size")]
    public int PageSize { get; init; } = 100;

    [AliasAs("page_token")]
    public string? PageToken { get; init; }
}
