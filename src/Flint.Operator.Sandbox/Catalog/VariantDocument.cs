using System.Text.Json.Serialization;
using Flint.Operator.Sandbox.State;

namespace Flint.Operator.Sandbox.Catalog;

/// <summary>What orders and links sell. A product without choices has one.</summary>
internal sealed record VariantDocument : StateDocument
{
    public required string ProductId { get; init; }
    public required string Sku { get; init; }
    public required long UnitPrice { get; init; }
    public required string Currency { get; init; }
    public required string Status { get; init; }
    public required int Position { get; init; }

    /// <summary>False for what is out of stock. The sandbox counts no stock: it is told once and stays so.</summary>
    public required bool IsInStock { get; init; }

    public required string TaxCategory { get; init; }
    public required string DeliveryConfigurationStatus { get; init; }
    public IReadOnlyList<SelectedOption> SelectedOptions { get; init; } = [];
    public string? Name { get; init; }
    public string? Barcode { get; init; }
    public string? DeliveryProfileId { get; init; }

    /// <summary>Null where no stock is kept.</summary>
    public string? InventoryItemId { get; init; }

    [JsonIgnore]
    public bool IsTracked => InventoryItemId is not null;

    [JsonIgnore]
    public bool IsForSale => Status is "active" && IsInStock;

    [JsonIgnore]
    public override IEnumerable<string?> SearchTexts => [Name, Sku, Barcode, ExternalReferenceId];
}
