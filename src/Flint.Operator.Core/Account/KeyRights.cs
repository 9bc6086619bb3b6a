using System.Collections.Immutable;
using Flint.Operator.Core.Sync;
using Flint.Operator.Core.Sync.Operations;

namespace Flint.Operator.Core.Account;

/// <summary>
/// What a key may do with the records of this app, as the API tells it (contract 1.1): reads need either scope of a kind's pair,
/// writes the one to write. Where the API names none of them, everything may be tried, and its refusals tell.
/// </summary>
public sealed record KeyRights
{
    private static readonly RecordKind[] Kinds = Enum.GetValues<RecordKind>();
    private static readonly ImmutableSortedSet<string> Known = [.. Kinds.SelectMany(kind => new[] { ToRead(kind), ToWrite(kind) })];

    private readonly ImmutableSortedSet<string> _granted;
    private readonly ImmutableSortedSet<string> _refused;

    private KeyRights(ImmutableSortedSet<string> granted, ImmutableSortedSet<string> refused) => (_granted, _refused) = (granted, refused);

    /// <summary>Nothing is known yet.</summary>
    public static KeyRights Unknown { get; } = Of([]);

    /// <summary>The rights whose want keeps something from being made or changed.</summary>
    public IReadOnlyList<string> Lacking => [.. Kinds.Where(kind => !CanWrite(kind)).Select(ToWrite)];

    /// <summary>The rights that the API names.</summary>
    public static KeyRights Of(IEnumerable<string> scopes) => new(Known.Intersect(scopes), []);

    /// <summary>The scope that lets a kind be read.</summary>
    public static string ToRead(RecordKind kind) => $"{Family(kind)}.read";

    /// <summary>The scope that lets a kind be made and changed.</summary>
    public static string ToWrite(RecordKind kind) => $"{Family(kind)}.write";

    /// <summary>Without what the API refused for want of these scopes, whatever it names.</summary>
    public KeyRights Without(IEnumerable<string> scopes) => new(_granted, _refused.Union(scopes));

    /// <summary>Whether records of a kind can be read.</summary>
    public bool CanRead(RecordKind kind) => !_refused.Contains(ToRead(kind)) && (IsGranted(ToRead(kind)) || IsGranted(ToWrite(kind)));

    /// <summary>Whether records of a kind can be made and changed.</summary>
    public bool CanWrite(RecordKind kind) => !_refused.Contains(ToWrite(kind)) && IsGranted(ToWrite(kind));

    /// <summary>
    /// The scope that an operation waits for; null when it can be sent, is looked for meanwhile, or waits for something else than
    /// to be sent.
    /// </summary>
    public string? MissingFor(Operation? operation) =>
        operation is { State: OperationState.Waiting or OperationState.Ready, Intent.Kind: var kind } && !CanWrite(kind) ? ToWrite(kind)
        : operation is { State: OperationState.Unknown or OperationState.Looking, Intent.Kind: var looked } && !CanRead(looked) ? ToRead(looked)
        : null;

    /// <inheritdoc />
    public bool Equals(KeyRights? other) => other is not null && _granted.SetEquals(other._granted) && _refused.SetEquals(other._refused);

    /// <inheritdoc />
    public override int GetHashCode() => HashCode.Combine(_granted.Count, _refused.Count);

    private bool IsGranted(string scope) => _granted.IsEmpty || _granted.Contains(scope);

    private static string Family(RecordKind kind) => kind switch
    {
        RecordKind.PaymentLink => "checkouts.payment_links",
        RecordKind.Order => "commerce.orders",
        RecordKind.CheckoutSession => "checkouts.checkout_sessions",
        _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, "Not a kind the API has."),
    };
}
