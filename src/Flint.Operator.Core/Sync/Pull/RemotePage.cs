namespace Flint.Operator.Core.Sync.Pull;

/// <summary>One page of a list.</summary>
/// <param name="Records">Its rows, last changed first.</param>
/// <param name="NextPageToken">Where the list goes on; null at its end.</param>
/// <param name="Unreadable">How many rows were left out because this app cannot represent them, e.g. a currency it does not know.</param>
public sealed record RemotePage(IReadOnlyList<RemoteRecord> Records, string? NextPageToken, int Unreadable = 0);
