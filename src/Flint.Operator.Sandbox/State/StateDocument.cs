using System.Text.Json.Serialization;

namespace Flint.Operator.Sandbox.State;

/// <summary>What the sandbox remembers about one resource; the wire form is written from it, never stored.</summary>
internal abstract record StateDocument
{
    public required string Id { get; init; }
    public required DateTimeOffset CreatedAt { get; init; }
    public required DateTimeOffset UpdatedAt { get; init; }
    public string? ExternalReferenceId { get; init; }

    /// <summary>Everything the list parameter <c>query</c> looks at, besides the start of the id.</summary>
    [JsonIgnore]
    public abstract IEnumerable<string?> SearchTexts { get; }
}
