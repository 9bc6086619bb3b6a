using System.Text.Json.Nodes;
using System.Text.Json.Serialization;
using Flint.Operator.Sandbox.Orders;
using Flint.Operator.Sandbox.State;

namespace Flint.Operator.Sandbox.Refunds;

internal sealed record RefundDocument : StateDocument
{
    public required string OrderId { get; init; }
    public required string OrderNumber { get; init; }
    public required long Amount { get; init; }
    public required string Currency { get; init; }
    public required RefundState State { get; init; }
    public required IReadOnlyList<string> PaymentIntentIds { get; init; }
    public string RefundMethod { get; init; } = "original_payment";
    public string? CustomerId { get; init; }
    public string? Reason { get; init; }
    public string? ReasonMessage { get; init; }
    public JsonObject Metadata { get; init; } = [];

    /// <summary>When the bank's last word comes, and what it is. Null once it was heard, or where none is to come.</summary>
    public DateTimeOffset? SettlesAt { get; init; }

    public RefundState SettlesAs { get; init; } = RefundState.Succeeded;

    // Stored beside the rest because lists filter by it.
    public string Status => State switch
    {
        RefundState.Pending => "pending",
        RefundState.Succeeded => "succeeded",
        _ => "failed",
    };

    [JsonIgnore]
    public override IEnumerable<string?> SearchTexts => [ExternalReferenceId, ReasonMessage, OrderNumber];
}
