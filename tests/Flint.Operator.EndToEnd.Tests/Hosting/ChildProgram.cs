using System.Collections.Concurrent;
using System.Diagnostics;

namespace Flint.Operator.EndToEnd.Tests.Hosting;

/// <summary>One of our programs as a process of its own, ended by its id.</summary>
internal sealed class ChildProgram : IAsyncDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    private readonly Process _process;
    private readonly ConcurrentQueue<string> _errors = new();

    private ChildProgram(Process process) => _process = process;

    /// <summary>Starts a program and waits for the line that says it is ready.</summary>
    public static async Task<(ChildProgram Program, string ReadyLine)> StartAsync(
        string assembly, string readyPrefix, IEnumerable<string> arguments, IReadOnlyDictionary<string, string>? environment = null)
    {
        var start = new ProcessStartInfo("dotnet") { RedirectStandardOutput = true, RedirectStandardError = true, UseShellExecute = false };
        foreach (var argument in arguments.Prepend(assembly))
        {
            start.ArgumentList.Add(argument);
        }

        foreach (var name in start.Environment.Keys.Where(key => key.StartsWith("FLINT_OPERATOR_", StringComparison.Ordinal)).ToList())
        {
            start.Environment.Remove(name);
        }

        foreach (var (name, value) in environment ?? new Dictionary<string, string>(StringComparer.Ordinal))
        {
            start.Environment[name] = value;
        }

        var program = new ChildProgram(Process.Start(start)!);
        return (program, await program.ReadyAsync(readyPrefix));
    }

    /// <summary>Ends it at once, as a crash or a flat battery would.</summary>
    public async Task KillAsync()
    {
        _process.Kill();
        await _process.WaitForExitAsync();
    }

    public async ValueTask DisposeAsync()
    {
        if (!_process.HasExited)
        {
            await KillAsync();
        }

        _process.Dispose();
    }

    private async Task<string> ReadyAsync(string prefix)
    {
        _process.ErrorDataReceived += (_, line) => _errors.Enqueue(line.Data ?? "");
        _process.BeginErrorReadLine();
        using var limit = new CancellationTokenSource(Patience);
        while (await _process.StandardOutput.ReadLineAsync(limit.Token) is { } line)
        {
            if (line.StartsWith(prefix, StringComparison.Ordinal))
            {
                // Whatever else is said must be read, or the pipe fills and the program stops.
                _ = _process.StandardOutput.BaseStream.CopyToAsync(Stream.Null);
                return line;
            }
        }

        throw new InvalidOperationException($"It ended before it was ready: {string.Join('\n', _errors)}");
    }
}
