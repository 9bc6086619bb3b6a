using System.Buffers.Binary;

namespace Flint.Operator.Storage.Tests;

/// <summary>Damages files on purpose.</summary>
internal static class Damage
{
    private const int PageSize = 4096;

    /// <summary>Overwrites whole pages, from one (counted from 0) to the end of the file.</summary>
    public static async Task FillPagesAsync(string file, int from)
    {
        await using var stream = new FileStream(file, FileMode.Open, FileAccess.ReadWrite, FileShare.ReadWrite | FileShare.Delete);
        var bytes = new byte[Math.Max(0, stream.Length - (from * PageSize))];
        Assert.True(bytes.Length > 0, $"The file has {stream.Length / PageSize} pages.");
        bytes.AsSpan().Fill(0xAA);
        stream.Position = from * PageSize;
        await stream.WriteAsync(bytes);
    }

    /// <summary>Sets the version that the schema bears in the file's first page, as a newer app would.</summary>
    public static async Task SetUserVersionAsync(string file, int version)
    {
        await using var stream = new FileStream(file, FileMode.Open, FileAccess.ReadWrite, FileShare.ReadWrite | FileShare.Delete);
        var bytes = new byte[4];
        BinaryPrimitives.WriteInt32BigEndian(bytes, version);
        stream.Position = 60;
        await stream.WriteAsync(bytes);
    }
}
