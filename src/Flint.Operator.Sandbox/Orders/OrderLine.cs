using System.Text.Json.Nodes;

namespace Flint.Operator.Sandbox.Orders;

internal sealed record OrderLine(string Id, string Name, long Quantity, long UnitPrice)
{
    public string? Description { get; init; }
    public JsonObject? Metadata { get; init; }
    public JsonObject? Tax { get; init; }
    public JsonObject? Image { get; init; }
    public JsonArray? InventoryDemands { get; init; }

    /// <summary>Null for a line of the caller's own.</summary>
    public CatalogSource? Source { get; init; }

    public bool NeedsFulfillment { get; init; }
    public long Version { get; init; } = 1;

    public long Subtotal => checked(UnitPrice * Quantity);
}
