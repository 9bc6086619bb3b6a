using System.Diagnostics;

namespace Flint.Operator.Sandbox.Tests;

public sealed class ProgramTests
{
    [Theory]
    [InlineData("--colour", "red", "Usage")]
    [InlineData("--data", "", "Usage")]
    [InlineData("--faults", """{"rules":[{"kind":"meteor"}]}""", "rules[0].kind")]
    public async Task Run_BadArguments_ExplainsOnErrorOnly(string name, string value, string says)
    {
        var (exit, output, error) = await RunAsync(name, value);
        Assert.NotEqual(0, exit);
        Assert.Empty(output);
        Assert.Contains(says, error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Run_UnusableFile_ExplainsOnErrorOnly()
    {
        var file = Path.GetTempFileName();
        await File.WriteAllTextAsync(file, string.Join('\n', Enumerable.Repeat("this is a letter, not a database", 100)));
        var (exit, output, error) = await RunAsync("--data", file);
        File.Delete(file);

        Assert.NotEqual(0, exit);
        Assert.Empty(output);
        Assert.Contains(file, error, StringComparison.Ordinal);
    }

    private static async Task<(int Exit, string Output, string Error)> RunAsync(params string[] arguments)
    {
        using var process = Process.Start(new ProcessStartInfo("dotnet", [typeof(SandboxServer).Assembly.Location, .. arguments])
        {
            UseShellExecute = false,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        })!;
        var output = process.StandardOutput.ReadToEndAsync();
        var error = process.StandardError.ReadToEndAsync();
        await process.WaitForExitAsync();
        return (process.ExitCode, await output, await error);
    }
}
