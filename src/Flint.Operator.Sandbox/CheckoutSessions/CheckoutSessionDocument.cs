using System.Text.Json.Nodes;
using System.Text.Json.Serialization;
using Flint.Operator.Sandbox.State;

namespace Flint.Operator.Sandbox.CheckoutSessions;

internal sealed record CheckoutSessionDocument : StateDocument
{
    public required string OrderId { get; init; }
    public required string Origin { get; init; }
    public required string Surface { get; init; }
    public required DateTimeOffset ExpiresAt { get; init; }

    /// <summary>What the fragment of the hosted address carries: it opens the page, nothing else.</summary>
    public required string LaunchToken { get; init; }

    public required string AuthToken { get; init; }
    public required JsonObject Settings { get; init; }
    public string Status { get; init; } = "open";
    public string? TerminalReason { get; init; }
    public string? ClosedReason { get; init; }
    public string? PaymentLinkId { get; init; }
    public string? CustomerId { get; init; }
    public string? SupersededBy { get; init; }
    public DateTimeOffset? RecoveryExpiresAt { get; init; }

    /// <summary>When the bank answers the debit that runs.</summary>
    public DateTimeOffset? SettlesAt { get; init; }

    public JsonObject Metadata { get; init; } = [];

    [JsonIgnore]
    public bool IsOpen => Status is "open";

    [JsonIgnore]
    public override IEnumerable<string?> SearchTexts =>
        [ExternalReferenceId, Settings["payments"]?["payment_note"]?.GetValue<string>(), .. Metadata.Select(pair => pair.Value?.GetValue<string>())];

    public CheckoutSessionDocument Ended(string status, string reason, DateTimeOffset at) =>
        this with { Status = status, TerminalReason = reason, UpdatedAt = at, RecoveryExpiresAt = null, SettlesAt = null };
}
