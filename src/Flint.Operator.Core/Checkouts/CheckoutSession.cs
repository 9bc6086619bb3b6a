using Flint.Operator.Core.Sync;
using Flint.Operator.Core.Sync.Operations;

namespace Flint.Operator.Core.Checkouts;

/// <summary>One payment moment of an order: a hosted page for one buyer that ends by being paid, closed, replaced or by its clock.</summary>
public sealed record CheckoutSession
{
    /// <summary>The identity on this device, a ULID.</summary>
    public required string Lid { get; init; }

    /// <summary>What the API said last, null while it does not exist there.</summary>
    public CheckoutSessionSnapshot? Snapshot { get; init; }

    /// <summary>When <see cref="Snapshot"/> was read, UTC.</summary>
    public DateTimeOffset? SeenAt { get; init; }

    /// <summary>When the operator asked for it, UTC.</summary>
    public required DateTimeOffset CreatedAt { get; init; }

    /// <summary>The operation that creates it; null for a session made elsewhere.</summary>
    public Operation? Creation { get; init; }

    /// <summary>Whether it is a second record under the reference of another: never shown to be paid.</summary>
    public bool IsSecond { get; init; }

    /// <summary>The order it belongs to at the API.</summary>
    public string? OrderId => Snapshot?.OrderId;

    /// <summary>The hosted page; null until the API has told it.</summary>
    public string? Url => Snapshot?.Url;
}
