using System.Buffers.Binary;

namespace Flint.Operator.Storage.Recovery;

/// <summary>
/// The pages in which a database describes itself. They change with a migration only, so that where they are damaged those of
/// a backup, or of a new file, stand in for them: every table has its root where it was.
/// https://www.sqlite.org/fileformat.html
/// </summary>
internal static class SchemaPages
{
    /// <summary>What SQLite gives every file unless it is told otherwise, and nothing here tells it.</summary>
    public const int Size = 4096;

    private const int HeaderLength = 100;
    private const byte Interior = 0x05;

    /// <summary>Copies them over those of another file.</summary>
    public static void Transplant(string from, string to)
    {
        using var source = new FileStream(from, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
        using var target = new FileStream(to, FileMode.Open, FileAccess.ReadWrite);
        var first = Read(source, 1);
        foreach (var number in Children(first))
        {
            if (number * Size <= target.Length)
            {
                Write(target, number, Read(source, number));
            }
        }

        // The length of the file, its log beside it.
        BinaryPrimitives.WriteUInt32BigEndian(first.AsSpan(28), (uint)(target.Length / Size));
        first.AsSpan(24, 4).CopyTo(first.AsSpan(92));
        first[18] = first[19] = 2;
        Write(target, 1, first);
    }

    public static byte[] Read(FileStream stream, long number)
    {
        var page = new byte[Size];
        stream.Position = (number - 1) * Size;
        var read = stream.ReadAtLeast(page, Size, throwOnEndOfStream: false);

        // A file that was cut short ends in nothing.
        page.AsSpan(read).Clear();
        return page;
    }

    public static void Write(FileStream stream, long number, ReadOnlySpan<byte> page)
    {
        stream.Position = (number - 1) * Size;
        stream.Write(page);
    }

    private static IEnumerable<long> Children(byte[] first)
    {
        if (first[HeaderLength] != Interior)
        {
            yield break;
        }

        var cells = BinaryPrimitives.ReadUInt16BigEndian(first.AsSpan(HeaderLength + 3));
        for (var i = 0; i < cells; i++)
        {
            var cell = BinaryPrimitives.ReadUInt16BigEndian(first.AsSpan(HeaderLength + 12 + (2 * i)));
            yield return BinaryPrimitives.ReadUInt32BigEndian(first.AsSpan(cell));
        }

        yield return BinaryPrimitives.ReadUInt32BigEndian(first.AsSpan(HeaderLength + 8));
    }
}
