using System.ComponentModel;
using System.Diagnostics;

namespace Flint.Operator.Desktop.Device;

/// <summary>Runs what shows the window.</summary>
internal static class WindowProcess
{
    public const int CouldNotStart = -1;

    /// <summary>Runs to the end and returns the exit code. When the app stops first, the window goes with it.</summary>
    public static async Task<int> RunAsync(ProcessStartInfo start, CancellationToken stopping)
    {
        using var process = Start(start);
        if (process is null)
            return start.UseShellExecute ? 0 : CouldNotStart;

        if (start.RedirectStandardOutput)
        {
            // Read and dropped: a full pipe would stall the browser.
            process.StandardInput.Close();
            process.BeginOutputReadLine();
            process.BeginErrorReadLine();
        }

        try
        {
            await process.WaitForExitAsync(stopping);
            return process.ExitCode;
        }
        catch (OperationCanceledException)
        {
            process.Kill(entireProcessTree: true);
            throw;
        }
    }

    private static Process? Start(ProcessStartInfo start)
    {
        try
        {
            return Process.Start(start);
        }
        catch (Win32Exception)
        {
            return null;
        }
    }
}
