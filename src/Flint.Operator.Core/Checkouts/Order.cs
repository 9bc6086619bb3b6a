using Flint.Operator.Core.Amounts;
using Flint.Operator.Core.Sync;
using Flint.Operator.Core.Sync.Operations;

namespace Flint.Operator.Core.Checkouts;

/// <summary>The business record behind a checkout: what is owed and for what. It outlives its sessions.</summary>
public sealed record Order
{
    /// <summary>The identity on this device, a ULID.</summary>
    public required string Lid { get; init; }

    /// <summary>What the operator entered.</summary>
    public required CheckoutDraft Draft { get; init; }

    /// <summary>What the API said last, null while it does not exist there.</summary>
    public OrderSnapshot? Snapshot { get; init; }

    /// <summary>When <see cref="Snapshot"/> was read, UTC.</summary>
    public DateTimeOffset? SeenAt { get; init; }

    /// <summary>When the operator charged, UTC.</summary>
    public required DateTimeOffset CreatedAt { get; init; }

    /// <summary>Who charged; frozen then.</summary>
    public required string OperatorName { get; init; }

    /// <summary>The operation that creates it; null for an order made elsewhere.</summary>
    public Operation? Creation { get; init; }

    /// <summary>Whether it is a second record under the reference of another: nothing is collected for it.</summary>
    public bool IsSecond { get; init; }

    /// <summary>The lines: the API's once it has them.</summary>
    public IReadOnlyList<LineItem> LineItems => Snapshot?.LineItems ?? Draft.LineItems;

    /// <summary>The first line, a title for lists; an order that has none is named as it was entered.</summary>
    public string Title => LineItems.Count > 0 ? LineItems[0].Name : Draft.Title;

    /// <summary>How many lines follow the one in the title.</summary>
    public int MoreLines => Math.Max(LineItems.Count - 1, 0);

    /// <summary>The total: the API's once it has told it, our estimate before.</summary>
    public Money TotalMoney => Snapshot?.TotalMoney ?? Draft.EstimatedTotal;

    /// <summary>What a buyer would be asked for now: the balance, once a part was paid.</summary>
    public Money DueMoney => Snapshot is { PaymentStatus: "partially_paid" } ? Snapshot.OutstandingMoney : TotalMoney;

    /// <summary>What is taken off the lines: the API's once it has told it, our estimate before.</summary>
    public Money DiscountMoney => Snapshot?.DiscountMoney ?? Draft.EstimatedDiscount;

    /// <summary>The requested tip: the API's once it has told it, our estimate before.</summary>
    public Money TipMoney => Snapshot?.TipMoney ?? Draft.EstimatedTip;

    /// <summary>Whether the amounts are still our own arithmetic.</summary>
    public bool IsEstimated => Snapshot is null;

    /// <summary>Whether something is left to collect, as last told: the order is open at the API, not paid, and no second record.</summary>
    public bool IsDue => !IsSecond && Snapshot is { Status: "open", PaymentStatus: not "paid", OutstandingMoney.Minor: > 0 };

    /// <summary>Whether its number, its reference, a line or a note holds this text, in whatever case. No text is in everything.</summary>
    public bool Matches(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        IEnumerable<string?> words = [Snapshot?.Number, Snapshot?.RemoteId, Snapshot?.Reference, Draft.Note, Draft.CustomerReference, Title, .. LineItems.Select(line => line.Name)];
        return words.OfType<string>().Any(word => word.Contains(text.Trim(), StringComparison.OrdinalIgnoreCase));
    }
}
