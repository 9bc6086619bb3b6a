using System.Diagnostics;
using System.Text.RegularExpressions;

namespace Flint.Operator.Sandbox.Tests.Docs;

/// <summary>The examples of docs/sandbox.md do what it says, with a client that is not ours.</summary>
public sealed partial class CurlExamplesTests
{
    [Fact]
    public async Task Examples_AsWritten_WalkFromALinkAndAnOrderToPaid()
    {
        await using var rig = await WireRig.StartAsync();
        var (exit, said) = await RunAsync(rig, await ScriptAsync());

        Assert.True(exit == 0, said);
        var orders = await rig.ListAsync("orders");
        Assert.Equal(["api", "payment_link"], orders.Select(order => order!["origin"]!.GetValue<string>()).Order());
        Assert.All(orders, order => Assert.Equal("paid", order!["payment_status"]!.GetValue<string>()));
    }

    [Fact]
    public async Task Examples_OneWordChanged_Fail()
    {
        await using var rig = await WireRig.StartAsync();
        var script = await ScriptAsync();
        Assert.Contains("4242424242424242", script, StringComparison.Ordinal);
        var (exit, _) = await RunAsync(rig, script.Replace("4242424242424242", "4000000000000002", StringComparison.Ordinal));

        Assert.NotEqual(0, exit);
    }

    private static async Task<string> ScriptAsync()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (folder is not null && !File.Exists(Path.Combine(folder.FullName, "Flint.Operator.sln")))
            folder = folder.Parent;
        var text = await File.ReadAllTextAsync(Path.Combine(folder!.FullName, "docs", "sandbox.md"));
        return string.Join('\n', ShellBlock().Matches(text).Select(block => block.Groups["text"].Value));
    }

    private static async Task<(int Exit, string Said)> RunAsync(WireRig rig, string script)
    {
        var folder = Directory.CreateTempSubdirectory("flint-curl-");
        using var shell = Process.Start(new ProcessStartInfo("bash", ["-euo", "pipefail", "-c", script])
        {
            UseShellExecute = false,
            RedirectStandardError = true,
            RedirectStandardOutput = true,
            WorkingDirectory = folder.FullName,
            Environment =
            {
                ["API"] = rig.Server.BaseAddress.GetLeftPart(UriPartial.Authority),
                ["KEY"] = rig.Server.ApiKey,
                ["NO_PROXY"] = "127.0.0.1",
                ["TMPDIR"] = folder.FullName,
            },
        })!;
        var output = shell.StandardOutput.ReadToEndAsync();
        var errors = await shell.StandardError.ReadToEndAsync();
        await shell.WaitForExitAsync();
        folder.Delete(recursive: true);
        return (shell.ExitCode, await output + errors);
    }

    [GeneratedRegex("^```sh\n(?<text>.*?)^```", RegexOptions.Singleline | RegexOptions.Multiline | RegexOptions.ExplicitCapture)]
    private static partial Regex ShellBlock();
}
