namespace Flint.Operator.Core.Sync;

/// <summary>Makes the ULIDs that name records and operations on this device: they sort by creation and never leave it, but for the reference of an operation.</summary>
public sealed class LocalIds(TimeProvider time, Random random)
{
    /// <summary>A new ULID.</summary>
    public string Next() => Next(time.GetUtcNow());

    /// <summary>A new ULID for what was made elsewhere at a time, so that it sorts there.</summary>
    public string Next(DateTimeOffset at)
    {
        Span<byte> randomness = stackalloc byte[10];
        lock (random)
        {
            random.NextBytes(randomness);
        }

        return Ulid.NewUlid(at, randomness).ToString(null, System.Globalization.CultureInfo.InvariantCulture);
    }
}
