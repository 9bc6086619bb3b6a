namespace Flint.Operator.Desktop.Device;

/// <summary>Files that only this account may read, from their first byte on.</summary>
internal static class PrivateFile
{
    /// <summary>After a crash the path holds either what it held before or all of this.</summary>
    public static async Task ReplaceAsync(string path, ReadOnlyMemory<byte> content, CancellationToken ct)
    {
        var draft = $"{path}.{Path.GetRandomFileName()}";
        try
        {
            await using (var stream = Create(draft))
            {
                await stream.WriteAsync(content, ct);
                stream.Flush(flushToDisk: true);
            }

            File.Move(draft, path, overwrite: true);
        }
        catch
        {
            File.Delete(draft);
            throw;
        }
    }

    public static FileStream Create(string path)
    {
        var options = new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.Write, Options = FileOptions.Asynchronous };
        if (!OperatingSystem.IsWindows())
            options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;

        return new FileStream(path, options);
    }
}
