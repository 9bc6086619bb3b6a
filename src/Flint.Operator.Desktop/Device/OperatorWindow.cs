using System.Diagnostics;
using Flint.Operator.Desktop.Security;
using Flint.Operator.Desktop.Start;

namespace Flint.Operator.Desktop.Device;

/// <summary>Shows the app: as a window of its own where a browser can do that, else in the default browser.</summary>
internal sealed class OperatorWindow(
    DataFolder folder,
    StartTokens tokens,
    TimeProvider time,
    Func<string, IEnumerable<WindowCommand>> commands,
    Func<ProcessStartInfo, CancellationToken, Task<int>> run)
{
    /// <summary>Long enough for a cold start on a slow machine; then the file and its token are gone.</summary>
    public static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    /// <summary>A process that ends this soon was not the window: it passed the page to a browser left over from an earlier run.</summary>
    public static readonly TimeSpan HandOver = TimeSpan.FromSeconds(5);

    /// <summary>Returns when the window is closed, or when its closing can no longer be seen.</summary>
    public async Task<WindowOutcome> ShowAsync(Uri app, CancellationToken stopping)
    {
        var token = tokens.Issue(Patience);
        using var page = await RedirectFile.WriteAsync(folder, token.AddressAt(app), stopping);
        var patience = Task.Delay(Patience, time, stopping);

        foreach (var command in commands(page.Path))
        {
            var started = time.GetTimestamp();
            var running = run(command.Start, stopping);
            await Task.WhenAny(token.Used, patience, running);

            // As root, without a display or without a default browser: the next one may do better.
            if (running.IsCompleted && await running != 0)
                continue;

            // Exit code 0 says that the page is in other hands: they still have to ask for it.
            if (await Task.WhenAny(token.Used, patience) == patience)
                return WindowOutcome.NeverOpened;

            page.Dispose();
            if (!command.IsOwnWindow)
                return WindowOutcome.HandedOver;

            await running;
            return time.GetElapsedTime(started) < HandOver ? WindowOutcome.HandedOver : WindowOutcome.Closed;
        }

        return WindowOutcome.NeverOpened;
    }
}
