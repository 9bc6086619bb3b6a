namespace Flint.Operator.Sandbox.Http.Paging;

/// <summary>What one list can be filtered and sorted by.</summary>
/// <param name="Sorts">Name of each sort and the SQL expression behind it; the first one is the default.</param>
internal sealed record ListSpec(IReadOnlyList<KeyValuePair<string, string>> Sorts, IReadOnlyList<ListFilter> Filters)
{
    public static readonly KeyValuePair<string, string> Created = new("created_at", "created_at");
    public static readonly KeyValuePair<string, string> Updated = new("updated_at", "updated_at");

    /// <summary>The direction of a list that was asked for without one. Newest first, unless a list says otherwise.</summary>
    public bool IsAscending { get; init; }
}
