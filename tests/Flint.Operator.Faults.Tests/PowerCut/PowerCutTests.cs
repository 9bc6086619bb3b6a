using Flint.Operator.Faults.Tests.Processes;
using Flint.Operator.Faults.Tests.Stack;
using SQLite;

namespace Flint.Operator.Faults.Tests.PowerCut;

/// <summary>The power fails: of everything written, only what was synced is left. A kill alone would lose nothing, and so prove nothing.</summary>
public sealed class PowerCutTests(DiskShim shim, SandboxFixture sandbox) : IClassFixture<DiskShim>, IClassFixture<SandboxFixture>
{
    private const int Cuts = 12;

    private static readonly Uri Nowhere = new("https://flint.invalid");

    [Fact]
    public async Task Taps_UnderTwelveCuts_NoneAcknowledgedIsLost()
    {
        var acknowledged = 0;
        for (var cut = 1; cut <= Cuts; cut++)
        {
            using var disk = new CutDisk(shim);
            var saved = await CutAsync(disk, "flood", lines: new Random(cut).Next(1, 250), Nowhere, "flint_test_key");
            acknowledged += saved.Count;

            var there = new TillFile(disk.AfterTheCut).Operations().Select(operation => operation.Lid).ToHashSet(StringComparer.Ordinal);
            Assert.Equal(0, saved.Count(lid => !there.Contains(lid)));
            Assert.Equal(0, new TillFile(disk.AfterTheCut).Halves());
            Assert.Equal("ok", QuickCheck(disk.AfterTheCut));
        }

        TestContext.Current.TestOutputHelper?.WriteLine($"{acknowledged} acknowledged taps over {Cuts} cuts, none lost");
        Assert.True(acknowledged > 200);
    }

    // The control: the very same cuts cost a writer that does not sync each commit what it had acknowledged.
    [Fact]
    public async Task Control_WithoutASyncAtEachCommit_LosesAcknowledgedOnes()
    {
        var lost = 0;
        for (var cut = 1; cut <= Cuts; cut++)
        {
            using var disk = new CutDisk(shim);
            var saved = await CutAsync(disk, "flood-control", lines: new Random(cut).Next(1, 250), Nowhere, "flint_test_key");

            using var connection = new SQLiteConnection(disk.AfterTheCut);
            lost += saved.Count - connection.ExecuteScalar<int>("SELECT count(*) FROM tap");
        }

        TestContext.Current.TestOutputHelper?.WriteLine($"{lost} acknowledged writes lost over {Cuts} cuts");
        Assert.True(lost > 0);
    }

    // The next run starts from what the cut left, against the API that has seen everything: nothing is sent twice.
    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(4)]
    public async Task Sync_UnderACut_EndsDoneExactlyOnce(int seed)
    {
        using var disk = new CutDisk(shim);
        var epoch = DateTimeOffset.UtcNow;
        var connection = sandbox.Connection;
        var saved = await CutAsync(disk, "work", lines: new Random(seed).Next(3, 40), connection.BaseAddress, connection.ApiKey!);

        // The same device: only the path is another here.
        File.Copy(disk.Database + ".secrets", disk.AfterTheCut + ".secrets");
        await using (var next = await HostProcess.StartAsync(new HostConfig(disk.AfterTheCut, connection.BaseAddress, connection.ApiKey!, epoch, Seed: seed)))
        {
            Assert.Equal("settled 0", await next.AskAsync("settle"));
            await next.CloseAsync();
        }

        OnceEach.Check(sandbox.Ledger, new TillFile(disk.AfterTheCut));
        var there = new TillFile(disk.AfterTheCut).Operations().Select(operation => operation.Lid).ToHashSet(StringComparer.Ordinal);
        Assert.All(saved, lid => Assert.Contains(lid, there));
    }

    private static async Task<IReadOnlyList<string>> CutAsync(CutDisk disk, string work, int lines, Uri baseAddress, string apiKey)
    {
        await using var host = await disk.StartAsync(baseAddress, apiKey, DateTimeOffset.UtcNow);
        await host.TellAsync(work);
        for (var line = 0; line < lines; line++)
        {
            Assert.NotNull(await host.HearAsync());
        }

        await host.KillAsync();
        return host.Saved;
    }

    private static string QuickCheck(string file)
    {
        using var connection = new SQLiteConnection(file);
        return connection.ExecuteScalar<string>("PRAGMA quick_check");
    }
}
