using System.Text.Json.Serialization;
using Flint.Operator.Sandbox.State;

namespace Flint.Operator.Sandbox.Catalog;

internal sealed record ProductDocument : StateDocument
{
    public required string Name { get; init; }
    public required string Description { get; init; }
    public required string ProductType { get; init; }
    public required string Status { get; init; }
    public required ProductCategory Category { get; init; }
    public IReadOnlyList<ProductOption> Options { get; init; } = [];

    // What lists filter by, repeated here from the variants; a catalog that no call can change cannot drift apart.
    public required string CategoryHandle { get; init; }
    public required IReadOnlyList<string> Skus { get; init; }
    public IReadOnlyList<string> DeliveryProfileIds { get; init; } = [];
    public required string DeliveryConfigurationStatus { get; init; }

    [JsonIgnore]
    public bool IsActive => Status is "active";

    [JsonIgnore]
    public override IEnumerable<string?> SearchTexts => [Name, Description, ExternalReferenceId, .. Skus];
}
