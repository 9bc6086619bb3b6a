using System.Buffers.Binary;
using System.Net;
using System.Net.Sockets;
using Flint.Operator.Core.Sync;
using Flint.Operator.Core.Sync.Backups;
using Flint.Operator.Desktop.Start;
using Flint.Operator.Desktop.Tests.Hosting;
using Flint.Operator.Storage;
using Microsoft.Extensions.DependencyInjection;

namespace Flint.Operator.Desktop.Tests;

/// <summary>The app as a process over data that is damaged, or newer than itself.</summary>
public sealed class DamagedDataTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    private string Database => _folder.Data.Database(isPractice: false);

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task Start_OnADamagedFileWithABackup_SaysFromWhenItIsAndRuns()
    {
        await using (var services = new ServiceCollection().AddSingleton(TimeProvider.System).AddOperatorStorage(Database).BuildServiceProvider())
        {
            var taken = await services.GetRequiredService<IBackupStore>().BackUpAsync(new DateTimeOffset(2026, 9, 14, 8, 30, 0, TimeSpan.Zero), CancellationToken.None);
            Assert.Equal(BackupOutcome.Taken, taken);
        }

        await File.WriteAllTextAsync(Database, "no database", TestContext.Current.CancellationToken);
        var ended = await RunAsync(9);

        Assert.Equal(ExitCode.Stopped, ended.ExitCode);
        Assert.Contains("The database was damaged: the backup of 2026-09-14 08:30 UTC has taken its place", ended.Error, StringComparison.Ordinal);
        var kept = Assert.Single(Directory.GetFiles(_folder.Path, "operator.db.damaged-*"));
        Assert.Contains($"The damaged file was kept as {kept}.", ended.Error, StringComparison.Ordinal);
        Assert.Equal("no database", await File.ReadAllTextAsync(kept, TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task Start_OnADamagedFileWithoutABackup_SaysSoOnceAndRuns()
    {
        await File.WriteAllTextAsync(Database, "no database", TestContext.Current.CancellationToken);

        var first = await RunAsync(9);
        var second = await RunAsync(9);

        Assert.Contains("The database was damaged and there was no backup of it: the app starts empty.", first.Error, StringComparison.Ordinal);
        Assert.DoesNotContain("damaged", second.Error, StringComparison.Ordinal);
        Assert.Equal((ExitCode.Stopped, ExitCode.Stopped), (first.ExitCode, second.ExitCode));
    }

    [Fact]
    public async Task Start_OnDataOfANewerVersion_ShowsItWritesNothingAndSendsNothing()
    {
        using var api = new TcpListener(IPAddress.Loopback, 0);
        api.Start();
        var port = ((IPEndPoint)api.LocalEndpoint).Port;

        // Over its own data the app asks the API at once who it is.
        var asked = api.AcceptTcpClientAsync(TestContext.Current.CancellationToken);
        await RunAsync(port, asked.AsTask());
        while (api.Pending())
            (await api.AcceptTcpClientAsync(TestContext.Current.CancellationToken)).Dispose();

        await SetVersionAsync(99);
        var before = await File.ReadAllBytesAsync(Database, TestContext.Current.CancellationToken);
        var ended = await RunAsync(port);

        Assert.Equal(ExitCode.Stopped, ended.ExitCode);
        Assert.Contains(
            "This data was written by a newer version of Flint Operator. You can look, but not change or send anything: update the app.",
            ended.Error,
            StringComparison.Ordinal);
        Assert.False(api.Pending());
        Assert.Equal(before, await File.ReadAllBytesAsync(Database, TestContext.Current.CancellationToken));
        Assert.Equal([Database], Directory.GetFiles(_folder.Path, "operator.db*"));
    }

    [Theory]
    [InlineData(DatabaseProblem.NewerSchema, "update the app")]
    [InlineData(DatabaseProblem.Corrupt, "could not be mended")]
    [InlineData(DatabaseProblem.NotWritable, "the space on the disk")]
    public void Sentence_OfARefusal_SaysWhatToDo(DatabaseProblem problem, string advice) =>
        Assert.Contains(advice, DatabaseRefusal.Sentence(problem, "operator.db"), StringComparison.Ordinal);

    [Theory]
    [InlineData(0, 0, "The database was damaged and there was no backup of it: the app starts empty.")]
    [InlineData(
        12,
        3,
        "The database was damaged and there was no backup of it. Everything that waits is held until you confirm it."
            + " 12 that were tapped or sent are brought over from the damaged file. Entries of it that could not be read: 3.")]
    public void Sentence_OfAStartWithoutABackup_SaysWhatWasBroughtOver(int salvaged, int unread, string sentence) =>
        Assert.Equal(sentence, StoreNoticeLines.Sentence(new StoreNotice.StartedEmpty(null, salvaged, unread)));

    [Fact]
    public void Sentence_OfARestoredBackup_SaysWhatWasBroughtOver() => Assert.Equal(
        "The database was damaged: the backup of 2026-09-14 08:30 UTC has taken its place, and everything that waits is held until you confirm it."
            + " 1 that was tapped or sent since is brought over from the damaged file. The damaged file was kept as aside.",
        StoreNoticeLines.Sentence(new StoreNotice.Restored(new DateTimeOffset(2026, 9, 14, 8, 30, 0, TimeSpan.Zero), "aside", 1)));

    [Fact]
    public void WriteTo_WhatIsToldLater_IsWrittenUntilTheEnd()
    {
        var notices = new StoreNotices();
        notices.Tell(new StoreNotice.StartedEmpty(null));
        using var error = new StringWriter { NewLine = "\n" };

        using (StoreNoticeLines.WriteTo(error, notices))
            notices.Tell(new StoreNotice.DamageFound());

        notices.Tell(new StoreNotice.NewerSchema());
        Assert.Equal(
            "The database was damaged and there was no backup of it: the app starts empty.\n"
            + "The database was found to be damaged: stop the app and start it again. It then mends itself from its newest backup.\n",
            error.ToString());
    }

    // A whole run: started, a page fetched, whatever the test waits for, stopped.
    private async Task<DesktopProcess.Ended> RunAsync(int apiPort, Task? waitFor = null)
    {
        await using var app = DesktopProcess.StartWith(
            [
                (CommandLine.DataVariable, _folder.Path),
                (CommandLine.BaseUrlVariable, $"http://127.0.0.1:{apiPort}"),
                (CommandLine.ApiKeyVariable, "flint_test_of-this-test"),
            ],
            "--port=0",
            "--no-browser");
        var address = await app.ReadyAsync();
        using var http = new HttpClient();
        using var page = await http.GetAsync(address, TestContext.Current.CancellationToken);
        Assert.Equal(HttpStatusCode.OK, page.StatusCode);
        if (waitFor is not null)
            await waitFor.WaitAsync(TimeSpan.FromMinutes(1), TestContext.Current.CancellationToken);

        return await app.TerminateAsync();
    }

    private async Task SetVersionAsync(int version)
    {
        await using var stream = new FileStream(Database, FileMode.Open, FileAccess.ReadWrite);
        var bytes = new byte[4];
        BinaryPrimitives.WriteInt32BigEndian(bytes, version);
        stream.Position = 60;
        await stream.WriteAsync(bytes, TestContext.Current.CancellationToken);
    }
}
