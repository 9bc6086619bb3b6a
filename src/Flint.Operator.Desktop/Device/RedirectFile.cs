using System.Net;
using System.Text;
using Flint.Operator.Desktop.Start;

namespace Flint.Operator.Desktop.Device;

/// <summary>
/// The page a browser is started with. Every account of the machine can read the arguments of a process, so the address with its
/// token goes into a file that only this account can read.
/// </summary>
internal sealed class RedirectFile : IDisposable
{
    private RedirectFile(string path) => Path = path;

    public string Path { get; }

    public static async Task<RedirectFile> WriteAsync(DataFolder folder, Uri target, CancellationToken ct)
    {
        DataFolder.EnsurePrivate(folder.Window);
        var file = new RedirectFile(System.IO.Path.Combine(folder.Window, $"open-{System.IO.Path.GetRandomFileName()}.html"));
        await using var stream = PrivateFile.Create(file.Path);
        await stream.WriteAsync(Encoding.UTF8.GetBytes(Page(target)), ct);
        return file;
    }

    public void Dispose() => File.Delete(Path);

    private static string Page(Uri target) => $"""
        <!DOCTYPE html>
        <html lang="en">
        <head>
        <meta charset="utf-8">
        <meta name="referrer" content="no-referrer">
        <meta http-equiv="refresh" content="0;url={WebUtility.HtmlEncode(target.AbsoluteUri)}">
        <title>Flint Operator</title>
        </head>
        <body></body>
        </html>
        """;
}
