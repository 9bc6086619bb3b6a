using System.Buffers.Binary;

namespace Flint.Operator.Simulation.Time;

/// <summary>SplitMix64: the same numbers from the same seed on every runtime, which <see cref="Random"/> does not promise.</summary>
internal sealed class SeededRandom(ulong seed) : Random
{
    private ulong _state = seed;

    /// <summary>The seed of a history. The first of a run has the run's own seed, so that one can be run alone by its seed.</summary>
    public static ulong Derive(ulong seed, int index) => index == 0 ? seed : Mix(seed + ((ulong)index * 0x9e3779b97f4a7c15));

    public ulong NextState() => Mix(_state += 0x9e3779b97f4a7c15);

    public override int Next() => (int)(NextState() >> 33);

    public override int Next(int maxValue) => (int)(NextDouble() * maxValue);

    public override int Next(int minValue, int maxValue) => minValue + (int)(NextDouble() * ((long)maxValue - minValue));

    public override long NextInt64() => (long)(NextState() >> 1);

    public override double NextDouble() => (NextState() >> 11) * (1.0 / (1UL << 53));

    public override void NextBytes(byte[] buffer) => NextBytes(buffer.AsSpan());

    public override void NextBytes(Span<byte> buffer)
    {
        Span<byte> word = stackalloc byte[8];
        for (var at = 0; at < buffer.Length; at += 8)
        {
            BinaryPrimitives.WriteUInt64LittleEndian(word, NextState());
            word[..Math.Min(8, buffer.Length - at)].CopyTo(buffer[at..]);
        }
    }

    public bool Chance(double probability) => NextDouble() < probability;

    public TimeSpan Between(double fromSeconds, double toSeconds) => TimeSpan.FromSeconds(fromSeconds + (NextDouble() * (toSeconds - fromSeconds)));

    public T Pick<T>(IReadOnlyList<T> items) => items[Next(items.Count)];

    private static ulong Mix(ulong z)
    {
        z = (z ^ (z >> 30)) * 0xbf58476d1ce4e5b9;
        z = (z ^ (z >> 27)) * 0x94d049bb133111eb;
        return z ^ (z >> 31);
    }
}
