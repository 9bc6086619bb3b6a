#pragma warning disable VSTHRD003 // The reading starts with the process and is joined at its end; a test has no main thread to block.

using System.Diagnostics;
using System.Text.RegularExpressions;
using Flint.Operator.Desktop.Start;

namespace Flint.Operator.Desktop.Tests.Hosting;

/// <summary>The app as a process of its own, where exit codes and standard output matter.</summary>
internal sealed partial class DesktopProcess : IAsyncDisposable
{
    private readonly Process _process;
    private readonly TaskCompletionSource<string> _ready = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly List<string> _output = [];
    private readonly Task<string> _error;
    private readonly Task _reading;

    private DesktopProcess(Process process)
    {
        _process = process;
        _error = process.StandardError.ReadToEndAsync();
        _reading = ReadAsync();
    }

    public int Id => _process.Id;

    public static DesktopProcess Start(string folder, params string[] arguments) => StartWith([], ["--data", folder, "--no-browser", .. arguments]);

    public static DesktopProcess StartWith((string Name, string Value)[] environment, params string[] arguments)
    {
        var start = new ProcessStartInfo(Environment.GetEnvironmentVariable("DOTNET_HOST_PATH") ?? "dotnet", [typeof(DesktopOptions).Assembly.Location, .. arguments])
        {
            UseShellExecute = false,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        foreach (var name in new[] { CommandLine.DataVariable, CommandLine.BaseUrlVariable, CommandLine.ApiKeyVariable })
            start.Environment.Remove(name);
        foreach (var (name, value) in environment)
            start.Environment[name] = value;

        return new DesktopProcess(Process.Start(start)!);
    }

    /// <summary>The address printed once the app listens.</summary>
    public async Task<Uri> ReadyAsync() => new(await _ready.Task.WaitAsync(TimeSpan.FromMinutes(1), TestContext.Current.CancellationToken));

    public async Task<Ended> EndAsync()
    {
        await _process.WaitForExitAsync(TestContext.Current.CancellationToken).WaitAsync(TimeSpan.FromMinutes(1));
        await _reading;
        return new Ended(_process.ExitCode, [.. _output], await _error);
    }

    public async Task<Ended> TerminateAsync()
    {
        using var kill = Process.Start("kill", ["-TERM", Id.ToString(System.Globalization.CultureInfo.InvariantCulture)]);
        await kill.WaitForExitAsync();
        return await EndAsync();
    }

    /// <summary>As by a crash: no handler runs.</summary>
    public async Task KillAsync()
    {
        _process.Kill();
        await _process.WaitForExitAsync();
    }

    public async ValueTask DisposeAsync()
    {
        if (!_process.HasExited)
            await KillAsync();

        _process.Dispose();
    }

    private async Task ReadAsync()
    {
        while (await _process.StandardOutput.ReadLineAsync() is { } line)
        {
            _output.Add(line);
            if (ReadyLine().Match(line) is { Success: true } match)
                _ready.TrySetResult(match.Groups[1].Value);
        }

        _ready.TrySetException(new InvalidOperationException($"The app ended before it was ready: {await _error}"));
    }

    [GeneratedRegex(@"^Flint Operator ready: (http://127\.0\.0\.1:\d+/\?token=[A-Za-z0-9_-]{43})$")]
    public static partial Regex ReadyLine();

    public sealed record Ended(int ExitCode, string[] Output, string Error);
}
