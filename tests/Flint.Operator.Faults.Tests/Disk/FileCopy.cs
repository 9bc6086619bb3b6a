namespace Flint.Operator.Faults.Tests.Disk;

/// <summary>Copies of files that an app holds open and may still write to: as they are now, which is what a kill leaves.</summary>
internal static class FileCopy
{
    public static async Task<byte[]> ReadAsync(string path)
    {
        await using var stream = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
        var bytes = new byte[stream.Length];
        await stream.ReadExactlyAsync(bytes);
        return bytes;
    }

    public static async Task TakeAsync(string from, string to) => await File.WriteAllBytesAsync(to, await ReadAsync(from));
}
