using System.Collections.Concurrent;
using System.Diagnostics;
using System.Text.Json;

namespace Flint.Operator.Faults.Tests.Processes;

/// <summary>One run of the app as a process of its own, ended by its id.</summary>
internal sealed class HostProcess : IAsyncDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    private readonly Process _process;
    private readonly ConcurrentQueue<string> _errors = new();
    private readonly List<string> _saved = [];

    private HostProcess(Process process)
    {
        _process = process;
        process.ErrorDataReceived += (_, line) => _errors.Enqueue(line.Data ?? "");
        process.BeginErrorReadLine();
    }

    /// <summary>The records whose taps were acknowledged, in order.</summary>
    public IReadOnlyList<string> Saved => _saved;

    private string Errors => string.Join('\n', _errors).Trim();

    public static async Task<HostProcess> StartAsync(HostConfig config, IReadOnlyDictionary<string, string>? environment = null)
    {
        var start = new ProcessStartInfo("dotnet") { RedirectStandardInput = true, RedirectStandardOutput = true, RedirectStandardError = true, UseShellExecute = false };
        start.ArgumentList.Add(HostProgram.File);
        foreach (var (name, value) in environment ?? new Dictionary<string, string>(StringComparer.Ordinal))
        {
            start.Environment[name] = value;
        }

        var host = new HostProcess(Process.Start(start)!);
        await host.TellAsync(JsonSerializer.Serialize(config));
        Assert.Equal("ready", await host.HearAsync());
        return host;
    }

    public Task TellAsync(string command) => _process.StandardInput.WriteLineAsync(command);

    /// <summary>The next line, or null once it has ended.</summary>
    public async Task<string?> HearAsync()
    {
        using var limit = new CancellationTokenSource(Patience);
        var line = await _process.StandardOutput.ReadLineAsync(limit.Token);
        if (line?.StartsWith("saved ", StringComparison.Ordinal) == true)
        {
            _saved.Add(line["saved ".Length..]);
        }

        return line ?? (_process.HasExited && _process.ExitCode is 0 or 137 ? null : throw new InvalidOperationException(Errors));
    }

    /// <summary>A command and its answer.</summary>
    public async Task<string?> AskAsync(string command)
    {
        await TellAsync(command);
        return await HearAsync();
    }

    /// <summary>Ends it at once, as a crash or a flat battery would. Acknowledgements that were out before count.</summary>
    public async Task KillAsync()
    {
        _process.Kill();
        await _process.WaitForExitAsync();
        while (await HearAsync() is not null)
        {
        }
    }

    /// <summary>Lets it end by itself.</summary>
    public async Task CloseAsync()
    {
        _process.StandardInput.Close();
        await _process.WaitForExitAsync().WaitAsync(Patience);
        Assert.Equal("", Errors);
    }

    public async ValueTask DisposeAsync()
    {
        if (!_process.HasExited)
        {
            _process.Kill();
            await _process.WaitForExitAsync();
        }

        _process.Dispose();
    }
}
