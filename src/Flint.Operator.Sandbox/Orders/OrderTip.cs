using System.Text.Json.Nodes;

namespace Flint.Operator.Sandbox.Orders;

/// <summary>A tip asked for: a fixed amount, or a share of the merchandise after discounts.</summary>
internal sealed record OrderTip(string Id, long? Amount, decimal? Percent, DateTimeOffset CreatedAt)
{
    public string? Name { get; init; }
    public string? Description { get; init; }
    public JsonObject? Metadata { get; init; }

    public long Over(long merchandise) =>
        Amount ?? (long)decimal.Round(merchandise * Percent!.Value / 100m, 0, MidpointRounding.AwayFromZero);
}
