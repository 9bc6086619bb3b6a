namespace Flint.Operator.Storage.Recovery;

/// <summary>What a salvage came to.</summary>
/// <param name="Rows">How many rows of every kind were written: 0 means that the damaged file gave nothing.</param>
/// <param name="Operations">How many operations were added, or moved on to where the damaged file has them.</param>
/// <param name="Unread">How many rows the damaged file is known to hold that could not be brought over.</param>
internal sealed record SalvageResult(int Rows, int Operations, int Unread)
{
    public static SalvageResult Nothing { get; } = new(0, 0, 0);
}
