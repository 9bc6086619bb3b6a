namespace Flint.Operator.Core.Sync;

/// <summary>Makes the ULIDs that name records and operations on this device: they sort by creation and never leave it, but for the reference of an operation.</summary>
public sealed class LocalIds(TimeProvider time, Random random)
{
    private readonly Lock _lock = new();

    /// <summary>A new ULID.</summary>
    public string Next()
    {
        Span<byte> randomness = stackalloc byte[10];
        lock (_lock)
        {
            random.NextBytes(randomness);
        }

        return Ulid.NewUlid(time.GetUtcNow(), randomness).ToString(null, System.Globalization.CultureInfo.InvariantCulture);
    }
}
