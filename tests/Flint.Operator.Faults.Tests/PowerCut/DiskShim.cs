using System.Diagnostics;
using Flint.Operator.Faults.Tests.Stack;

namespace Flint.Operator.Faults.Tests.PowerCut;

/// <summary>The disk that keeps only what was synced (powercut.c), built once by the machine's own compiler.</summary>
public sealed class DiskShim : IAsyncLifetime
{
    private readonly TemporaryFolder _folder = new();

    private string Library => _folder.File("powercut.so");

    public async ValueTask InitializeAsync()
    {
        var start = new ProcessStartInfo("gcc") { RedirectStandardError = true, UseShellExecute = false };
        foreach (var argument in new[] { "-shared", "-fPIC", "-O2", "-Wall", "-Wextra", "-Werror", "-o", Library, Path.Combine(AppContext.BaseDirectory, "PowerCut", "powercut.c"), "-ldl" })
        {
            start.ArgumentList.Add(argument);
        }

        using var gcc = Process.Start(start)!;
        var said = await gcc.StandardError.ReadToEndAsync();
        await gcc.WaitForExitAsync();
        Assert.True(gcc.ExitCode == 0, said);
    }

    public ValueTask DisposeAsync()
    {
        _folder.Dispose();
        return ValueTask.CompletedTask;
    }

    /// <summary>What a process needs to write to such a disk.</summary>
    /// <param name="folder">Whose files.</param>
    /// <param name="shadow">Where what was synced is kept.</param>
    /// <param name="fullSign">While this file is there, the disk is full.</param>
    internal IReadOnlyDictionary<string, string> Environment(string folder, string shadow, string fullSign) => new Dictionary<string, string>(StringComparer.Ordinal)
    {
        ["LD_PRELOAD"] = Library,
        ["POWERCUT_FOLDER"] = folder,
        ["POWERCUT_SHADOW"] = shadow,
        ["POWERCUT_FULL"] = fullSign,
    };
}
