using System.Text.Json.Nodes;
using System.Text.Json.Serialization;
using Flint.Operator.Sandbox.State;

namespace Flint.Operator.Sandbox.PaymentLinks;

internal sealed record PaymentLinkDocument : StateDocument
{
    public required string Name { get; init; }
    public required string PaymentLinkType { get; init; }
    public string Status { get; init; } = "active";
    public long Version { get; init; } = 1;
    public int CompletedCount { get; init; }
    public int TotalQuantitySold { get; init; }
    public JsonObject Metadata { get; init; } = [];

    /// <summary>Everything else a caller may write, as sent, with the ids of lines and questions added.</summary>
    public required JsonObject Settings { get; init; }

    /// <summary>The variants among its lines, as they were when the lines were written.</summary>
    public IReadOnlyList<LinkItem> Items { get; init; } = [];

    [JsonIgnore]
    public override IEnumerable<string?> SearchTexts => [Name, ExternalReferenceId, Settings["description"]?.GetValue<string>()];

    [JsonIgnore]
    public bool IsActive => Status is "active";

    [JsonIgnore]
    public IReadOnlyList<LinkLine> Lines => PaymentLinkType is "donation"
        ? [LinkLine.Donation(this)]
        : [.. Settings["line_items"]?.AsArray().Select(line => LinkLine.Read(line!, Items)) ?? []];

    [JsonIgnore]
    public IReadOnlyList<LinkQuestion> Questions =>
        [.. (Settings["custom_fields"]?.AsArray().Select(member => LinkQuestion.Read(member!)) ?? []).OrderBy(question => question.Position)];

    [JsonIgnore]
    public string Currency =>
        Lines.SelectMany(line => (Money?[])[line.UnitPrice, line.MinPrice, line.MaxPrice, .. line.Suggestions.Cast<Money?>()])
            .FirstOrDefault(money => money is not null)?.Currency ?? "USD";

    /// <summary>How many may still be bought; null without a limit.</summary>
    [JsonIgnore]
    public int? Remaining
    {
        get
        {
            var completions = Settings["max_completions"]?.GetValue<int>() - CompletedCount;
            var tickets = Settings["event_config"]?["max_total_quantity"]?.GetValue<int>() - TotalQuantitySold;
            return completions is null ? tickets : tickets is null ? completions : Math.Min(completions.Value, tickets.Value);
        }
    }

    [JsonIgnore]
    public bool IsSoldOut => Remaining <= 0;
}
