using System.Diagnostics;
using Microsoft.Playwright;

namespace Flint.Operator.EndToEnd.Tests.Hosting;

/// <summary>Reads a QR from a picture of the screen with a decoder that is not ours.</summary>
internal static class QrPhoto
{
    public static async Task<string> DecodeAsync(ILocator qr, string file)
    {
        await qr.ScreenshotAsync(new LocatorScreenshotOptions { Path = file });
        var start = new ProcessStartInfo("zbarimg") { RedirectStandardOutput = true, RedirectStandardError = true, UseShellExecute = false };
        foreach (var argument in new[] { "--quiet", "--raw", "-Sdisable", "-Sqrcode.enable", file })
        {
            start.ArgumentList.Add(argument);
        }

        using var process = Process.Start(start)!;
        var text = await process.StandardOutput.ReadToEndAsync();
        await process.WaitForExitAsync();
        return text.Trim();
    }
}
