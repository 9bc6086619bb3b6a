using System.Buffers.Binary;

namespace Flint.Operator.Storage.Schema;

/// <summary>What the first bytes of a file tell, read without SQLite so that a file which is not ours is not even opened for writing.</summary>
internal sealed record DatabaseHeader(bool IsEmpty, bool IsSqlite, int UserVersion, int ApplicationId)
{
    /// <summary>"FOPr": Flint Operator.</summary>
    public const int OurApplicationId = 0x464F5072;

    // https://www.sqlite.org/fileformat.html#the_database_header
    private const int Length = 100;
    private const int UserVersionAt = 60;
    private const int ApplicationIdAt = 68;

    public static DatabaseHeader Read(string file)
    {
        if (!File.Exists(file))
        {
            return new DatabaseHeader(IsEmpty: true, IsSqlite: false, 0, 0);
        }

        Span<byte> header = stackalloc byte[Length];
        using var stream = new FileStream(file, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
        var read = stream.ReadAtLeast(header, Length, throwOnEndOfStream: false);
        return new DatabaseHeader(
            read == 0,
            read == Length && header.StartsWith("SQLite format 3\0"u8),
            BinaryPrimitives.ReadInt32BigEndian(header[UserVersionAt..]),
            BinaryPrimitives.ReadInt32BigEndian(header[ApplicationIdAt..]));
    }
}
