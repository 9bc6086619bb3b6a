using System.Globalization;
using System.Net;
using System.Net.Sockets;
using Flint.Operator.Desktop.Start;
using Flint.Operator.Desktop.Tests.Hosting;

namespace Flint.Operator.Desktop.Tests;

public sealed class DesktopProcessTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task Start_InPractice_PrintsExactlyTheTwoLinesAndStopsCleanly()
    {
        await using var app = DesktopProcess.Start(_folder.Path, "--port", "0", "--practice");
        var address = await app.ReadyAsync();
        using var http = new HttpClient();
        var page = await http.GetAsync(address, TestContext.Current.CancellationToken);

        var ended = await app.TerminateAsync();

        Assert.Equal(HttpStatusCode.OK, page.StatusCode);
        Assert.Equal(ExitCode.Stopped, ended.ExitCode);
        Assert.Collection(
            ended.Output,
            line => Assert.Matches(@"^Practice API ready: http://127\.0\.0\.1:\d+ key flint_test_\S+$", line),
            line => Assert.Matches(DesktopProcess.ReadyLine(), line));
        Assert.DoesNotContain("token", ended.Error, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain("flint_test_", ended.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Start_WithKey_PrintsNoPracticeLineAndNeverTheKey()
    {
        await using var app = DesktopProcess.StartWith(
            [
                (CommandLine.DataVariable, _folder.Path),
                (CommandLine.BaseUrlVariable, "http://127.0.0.1:9"),
                (CommandLine.ApiKeyVariable, "flint_test_of-this-test"),
            ],
            "--port=0",
            "--no-browser");
        await app.ReadyAsync();

        var ended = await app.TerminateAsync();

        Assert.Equal(ExitCode.Stopped, ended.ExitCode);
        Assert.Matches(DesktopProcess.ReadyLine(), Assert.Single(ended.Output));
        Assert.DoesNotContain("of-this-test", ended.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Start_OnFolderInUse_NamesTheOtherProcessAndExits3()
    {
        await using var first = DesktopProcess.Start(_folder.Path, "--port", "0");
        await first.ReadyAsync();
        await using var second = DesktopProcess.Start(_folder.Path, "--port", "0");

        var ended = await second.EndAsync();

        Assert.Equal(ExitCode.AlreadyRunning, ended.ExitCode);
        Assert.Empty(ended.Output);
        Assert.StartsWith(
            string.Create(CultureInfo.InvariantCulture, $"Flint Operator is already running on this data folder (process {first.Id})"),
            ended.Error,
            StringComparison.Ordinal);
    }

    [Fact]
    public async Task Start_AfterCrash_TakesTheFolderAgain()
    {
        await using var first = DesktopProcess.Start(_folder.Path, "--port", "0");
        await first.ReadyAsync();
        await first.KillAsync();

        await using var second = DesktopProcess.Start(_folder.Path, "--port", "0");

        Assert.Equal("127.0.0.1", (await second.ReadyAsync()).Host);
    }

    [Theory]
    [InlineData("--port")]
    [InlineData("--practice-port")]
    public async Task Start_OnPortInUse_NamesThePortAndTheOptionAndExits4(string option)
    {
        using var other = new TcpListener(IPAddress.Loopback, 0);
        other.Start();
        var port = ((IPEndPoint)other.LocalEndpoint).Port.ToString(CultureInfo.InvariantCulture);
        string[] otherPort = option is "--port" ? [] : ["--port", "0"];
        await using var app = DesktopProcess.Start(_folder.Path, [option, port, .. otherPort]);

        var ended = await app.EndAsync();

        Assert.Equal(ExitCode.PortTaken, ended.ExitCode);
        Assert.Empty(ended.Output);
        var said = ended.Error.TrimEnd().Split('\n')[^1];
        Assert.StartsWith($"Port {port} cannot be used", said, StringComparison.Ordinal);
        Assert.Contains($"{option},", said, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Start_WithBadOption_ExplainsInOneSentenceAndExits2()
    {
        await using var app = DesktopProcess.Start(_folder.Path, "--prot", "80");

        var ended = await app.EndAsync();

        Assert.Equal(ExitCode.BadOption, ended.ExitCode);
        Assert.Empty(ended.Output);
        Assert.Equal("Unknown option '--prot': run with --help to see the options.", ended.Error.TrimEnd());
    }

    [Fact]
    public async Task Start_OnFolderThatIsAFile_NamesTheOptionAndExits2()
    {
        var file = Path.Combine(_folder.Path, "file");
        await File.WriteAllTextAsync(file, "", TestContext.Current.CancellationToken);
        await using var app = DesktopProcess.Start(file);

        var ended = await app.EndAsync();

        Assert.Equal(ExitCode.BadOption, ended.ExitCode);
        Assert.Contains("--data", ended.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Start_ForHelp_PrintsEveryOptionAndExits0()
    {
        await using var app = DesktopProcess.StartWith([], "--help");

        var ended = await app.EndAsync();

        Assert.Equal(ExitCode.Stopped, ended.ExitCode);
        Assert.Equal(CommandLine.Usage.ReplaceLineEndings("\n"), string.Join('\n', ended.Output));
    }
}
