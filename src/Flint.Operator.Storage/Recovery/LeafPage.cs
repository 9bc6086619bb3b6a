using System.Buffers.Binary;

namespace Flint.Operator.Storage.Recovery;

/// <summary>A page that holds rows of some table, as its own bytes tell. Nothing is believed but what it takes to guess the table.</summary>
/// <param name="Number">Counted from 1.</param>
/// <param name="Columns">How many columns its first readable row has.</param>
/// <param name="First">The rowid of its first readable row.</param>
/// <param name="Last">The rowid of its last readable row.</param>
internal sealed record LeafPage(long Number, int Columns, long First, long Last)
{
    private const byte TableLeaf = 0x0D;
    private const int HeaderLength = 8;

    /// <summary>Null for a page of another kind, or one of which nothing can be made out.</summary>
    public static LeafPage? Of(long number, ReadOnlySpan<byte> page)
    {
        if (page[0] != TableLeaf)
        {
            return null;
        }

        LeafPage? found = null;
        var cells = BinaryPrimitives.ReadUInt16BigEndian(page[3..]);
        for (var at = HeaderLength; at < HeaderLength + (2 * cells) && at + 2 <= page.Length; at += 2)
        {
            var rest = page[Math.Min(BinaryPrimitives.ReadUInt16BigEndian(page[at..]), page.Length)..];
            if (Number64(ref rest) is null || Number64(ref rest) is not { } rowid || CountColumns(rest) is not { } columns)
            {
                continue;
            }

            found = found is null ? new LeafPage(number, columns, rowid, rowid) : found with { Last = rowid };
        }

        return found;
    }

    // A record begins with the length of its header, which has one number a column.
    private static int? CountColumns(ReadOnlySpan<byte> record)
    {
        var rest = record;
        if (Number64(ref rest) is not { } length || length > record.Length || length < 1)
        {
            return null;
        }

        var count = 0;
        rest = record[(record.Length - rest.Length)..(int)Math.Max(length, record.Length - rest.Length)];
        while (rest.Length > 0)
        {
            if (Number64(ref rest) is null)
            {
                return null;
            }

            count++;
        }

        return count;
    }

    // Seven bits a byte, the highest bit says that there is more; a ninth byte gives all its eight.
    private static long? Number64(ref ReadOnlySpan<byte> bytes)
    {
        ulong value = 0;
        for (var i = 0; i < 9 && i < bytes.Length; i++)
        {
            value = i == 8 ? (value << 8) | bytes[i] : (value << 7) | (uint)(bytes[i] & 0x7F);
            if (i == 8 || bytes[i] < 0x80)
            {
                bytes = bytes[(i + 1)..];
                return (long)value;
            }
        }

        return null;
    }
}
