using System.Diagnostics;
using System.Runtime.InteropServices;

namespace Flint.Operator.Desktop.Device;

/// <summary>One way to show a page.</summary>
/// <param name="Start">What to run.</param>
/// <param name="IsOwnWindow">Whether the process ends when the operator closes the window.</param>
internal sealed record WindowCommand(ProcessStartInfo Start, bool IsOwnWindow)
{
    /// <summary>In order of liking.</summary>
    public static IEnumerable<WindowCommand> For(OSPlatform system, string? browser, string profileFolder, string page)
    {
        if (browser is not null)
            yield return new WindowCommand(OwnWindow(browser, profileFolder, page), IsOwnWindow: true);

        yield return new WindowCommand(DefaultBrowser(system, page), IsOwnWindow: false);
    }

    /// <summary>A profile of its own keeps the operator's extensions and other tabs away from the app.</summary>
    private static ProcessStartInfo OwnWindow(string browser, string profileFolder, string page) => Quiet(new ProcessStartInfo(
        browser,
        [
            $"--app={new Uri(page).AbsoluteUri}",
            $"--user-data-dir={profileFolder}",
            "--no-first-run",
            "--no-default-browser-check",
            "--hide-crash-restore-bubble",
        ]));

    private static ProcessStartInfo DefaultBrowser(OSPlatform system, string page)
    {
        if (system == OSPlatform.Windows)
            return new ProcessStartInfo(page) { UseShellExecute = true };

        return Quiet(new ProcessStartInfo(system == OSPlatform.OSX ? "open" : "xdg-open", [page]));
    }

    /// <summary>Standard output is a contract: whatever a browser has to say must not end up there.</summary>
    private static ProcessStartInfo Quiet(ProcessStartInfo start)
    {
        start.UseShellExecute = false;
        start.RedirectStandardInput = true;
        start.RedirectStandardOutput = true;
        start.RedirectStandardError = true;
        return start;
    }
}
