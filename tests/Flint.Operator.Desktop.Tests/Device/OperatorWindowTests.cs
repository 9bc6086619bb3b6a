using System.Diagnostics;
using System.Runtime.InteropServices;
using System.Text.RegularExpressions;
using System.Threading.Channels;
using Flint.Operator.Desktop.Device;
using Flint.Operator.Desktop.Security;
using Flint.Operator.Desktop.Tests.Hosting;
using Microsoft.Extensions.Time.Testing;

namespace Flint.Operator.Desktop.Tests.Device;

public sealed partial class OperatorWindowTests : IDisposable
{
    private static readonly Uri App = new("http://127.0.0.1:5180/");

    private readonly TemporaryFolder _folder = new();
    private readonly FakeTimeProvider _time = new();
    private readonly StartTokens _tokens;
    private readonly Channel<Started> _started = Channel.CreateUnbounded<Started>();
    private int _failing;

    public OperatorWindowTests() => _tokens = new StartTokens(_time);

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData("LINUX", "xdg-open")]
    [InlineData("OSX", "open")]
    [InlineData("WINDOWS", null)]
    public void For_AnySystem_PutsOnlyTheFileIntoTheArguments(string system, string? opener)
    {
        const string Page = "/data/window/open-x.html";

        var commands = WindowCommand.For(OSPlatform.Create(system), "/usr/bin/chromium", "/data/window/profile", Page).ToList();

        Assert.Collection(
            commands,
            own =>
            {
                Assert.True(own.IsOwnWindow);
                Assert.Equal("/usr/bin/chromium", own.Start.FileName);
                Assert.Contains($"--app={new Uri(Page).AbsoluteUri}", own.Start.ArgumentList, StringComparer.Ordinal);
                Assert.Contains("--user-data-dir=/data/window/profile", own.Start.ArgumentList, StringComparer.Ordinal);
                Assert.DoesNotContain("--no-sandbox", own.Start.ArgumentList, StringComparer.Ordinal);
                Assert.True(own.Start.RedirectStandardOutput);
            },
            other =>
            {
                Assert.False(other.IsOwnWindow);
                Assert.Equal(opener ?? Page, other.Start.FileName);
                Assert.Equal(opener is null ? [] : [Page], other.Start.ArgumentList);
                Assert.Equal(opener is null, other.Start.UseShellExecute);
            });
    }

    [Fact]
    public void For_NoBrowserFound_LeavesTheDefaultOne() =>
        Assert.False(Assert.Single(WindowCommand.For(OSPlatform.Linux, null, "/profile", "/page.html")).IsOwnWindow);

    [Fact]
    public async Task Show_Any_HidesTheTokenInAFileOfTheOwnerAndRemovesItOnceUsed()
    {
        var showing = ShowAsync();
        var started = await StartedAsync();

        Assert.DoesNotContain(started.Token, string.Join(' ', [started.Start.FileName, .. started.Start.ArgumentList]), StringComparison.Ordinal);
        OwnerOnly.AssertFile(started.Page);
        OwnerOnly.AssertFolder(_folder.Data.Window);

        Assert.True(_tokens.Redeem(started.Token));
        started.End.SetResult(0);

        Assert.Equal(WindowOutcome.HandedOver, await showing);
        Assert.False(File.Exists(started.Page));
    }

    [Fact]
    public async Task Show_WindowClosedLater_IsClosed()
    {
        var showing = ShowAsync();
        var started = await StartedAsync();
        Assert.True(_tokens.Redeem(started.Token));

        _time.Advance(OperatorWindow.HandOver);
        started.End.SetResult(0);

        Assert.Equal(WindowOutcome.Closed, await showing);
    }

    [Fact]
    public async Task Show_BrowserFails_TriesTheNext()
    {
        _failing = 1;
        var showing = ShowAsync();
        var first = await StartedAsync();
        var second = await StartedAsync();

        Assert.Equal("/usr/bin/chromium", first.Start.FileName);
        Assert.Equal("xdg-open", second.Start.FileName);
        Assert.True(_tokens.Redeem(second.Token));
        Assert.Equal(WindowOutcome.HandedOver, await showing);
    }

    [Fact]
    public async Task Show_EveryBrowserFails_NeverOpens()
    {
        _failing = 2;

        Assert.Equal(WindowOutcome.NeverOpened, await ShowAsync());
        Assert.False(File.Exists((await StartedAsync()).Page));
    }

    [Fact]
    public async Task Show_NobodyAsks_GivesUpAfterAMinuteAndTakesTheFileAndTheTokenBack()
    {
        var showing = ShowAsync();
        var started = await StartedAsync();
        started.End.SetResult(0);

        _time.Advance(OperatorWindow.Patience);

        Assert.Equal(WindowOutcome.NeverOpened, await showing);
        Assert.False(File.Exists(started.Page));
        Assert.False(_tokens.Redeem(started.Token));
    }

    [Fact]
    public async Task Run_NoSuchProgram_IsAFailureAndNoCrash() =>
        Assert.Equal(
            WindowProcess.CouldNotStart,
            await WindowProcess.RunAsync(new ProcessStartInfo(Path.Combine(_folder.Path, "no-such-browser")), TestContext.Current.CancellationToken));

    private Task<WindowOutcome> ShowAsync() => new OperatorWindow(
        _folder.Data,
        _tokens,
        _time,
        page => WindowCommand.For(OSPlatform.Linux, "/usr/bin/chromium", Path.Combine(_folder.Data.Window, "profile"), page),
        RunAsync).ShowAsync(App, TestContext.Current.CancellationToken);

    private ValueTask<Started> StartedAsync() => _started.Reader.ReadAsync(TestContext.Current.CancellationToken);

    private async Task<int> RunAsync(ProcessStartInfo start, CancellationToken stopping)
    {
        var page = Directory.GetFiles(_folder.Data.Window, "*.html").Single();
        var token = Address().Match(await File.ReadAllTextAsync(page, stopping)).Groups[1].Value;
        var end = new TaskCompletionSource<int>(TaskCreationOptions.RunContinuationsAsynchronously);
        Assert.True(_started.Writer.TryWrite(new Started(start, page, token, end)));
        if (_failing-- > 0)
            end.SetResult(1);

        return await end.Task;
    }

    [GeneratedRegex(@"content=""0;url=http://127\.0\.0\.1:5180/\?token=([A-Za-z0-9_-]{43})""")]
    private static partial Regex Address();

    private sealed record Started(ProcessStartInfo Start, string Page, string Token, TaskCompletionSource<int> End);
}
