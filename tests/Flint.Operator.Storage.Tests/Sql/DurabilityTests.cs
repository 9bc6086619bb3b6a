using Flint.Operator.Core.Sync;
using static Flint.Operator.Testing.Stores.StoreSamples;

namespace Flint.Operator.Storage.Tests.Sql;

public sealed class DurabilityTests : IDisposable
{
    private readonly TempFolder _folder = new();

    [Theory]
    [InlineData("journal_mode", "wal")]
    [InlineData("synchronous", "2")]
    [InlineData("foreign_keys", "1")]
    [InlineData("busy_timeout", "5000")]
    [InlineData("user_version", "2")]
    public async Task Open_TheWriter_HasTheSettingsThatKeepData(string pragma, string expected)
    {
        await using var stores = new SqliteStores(_folder.Database);

        Assert.Equal(expected, await stores.TextAsync("PRAGMA " + pragma));
    }

    [Fact]
    public async Task Open_ANewFile_IsForItsOwnerOnly()
    {
        await using var stores = new SqliteStores(_folder.Database);
        await stores.CommitAsync(AddLink("L1"));

        foreach (var file in new[] { _folder.Database, _folder.Database + "-wal", _folder.Database + "-shm" })
        {
            // Windows has no such bits; there the profile folder guards the file.
            Assert.True(File.Exists(file));
            Assert.True(OperatingSystem.IsWindows() || File.GetUnixFileMode(file) == (UnixFileMode.UserRead | UnixFileMode.UserWrite));
        }
    }

    [Fact]
    public async Task Commit_ThenKilled_IsThereForTheNextRun()
    {
        await using var killed = new SqliteStores(_folder.Database);
        await killed.CommitAsync(AddLink("L1"), CreateLink("A", "L1"));

        // What a kill leaves: the file and its log as they are, nothing closed.
        File.Copy(_folder.Database, _folder.Path("after.db"));
        File.Copy(_folder.Database + "-wal", _folder.Path("after.db-wal"));
        await using var next = new SqliteStores(_folder.Path("after.db"));

        Assert.Equal("A", Assert.Single(await next.Ports.Operator.LoadOpenAsync(CancellationToken.None)).Id);
        Assert.NotNull(await next.Ports.Links.FindAsync("L1", CancellationToken.None));
    }

    [Fact]
    public async Task Commit_TornInTheLog_LeavesTheOnesBefore()
    {
        await using var killed = new SqliteStores(_folder.Database);
        await killed.CommitAsync(AddLink("L1"));
        var whole = new FileInfo(_folder.Database + "-wal").Length;
        await killed.CommitAsync(AddLink("L2"), CreateLink("A", "L2"));
        var log = await File.ReadAllBytesAsync(_folder.Database + "-wal");
        File.Copy(_folder.Database, _folder.Path("after.db"));
        await File.WriteAllBytesAsync(_folder.Path("after.db-wal"), log[..(int)(whole + ((log.Length - whole) / 2))]);

        await using var next = new SqliteStores(_folder.Path("after.db"));

        Assert.Equal(["L1"], (await next.Ports.Links.ListAsync(null, 10, CancellationToken.None)).Select(l => l.Lid));
        Assert.Empty(await next.Ports.Operator.LoadOpenAsync(CancellationToken.None));
    }

    [Fact]
    public async Task Dispose_FoldsTheLogIntoTheFile()
    {
        var stores = new SqliteStores(_folder.Database);
        await stores.CommitAsync(AddLink("L1"));
        await stores.Ports.Links.FindAsync("L1", CancellationToken.None);
        await stores.DisposeAsync();
        await stores.DisposeAsync();

        Assert.False(File.Exists(_folder.Database + "-wal"));
        await using var next = new SqliteStores(_folder.Database);
        Assert.NotNull(await next.Ports.Links.FindAsync("L1", CancellationToken.None));
    }

    [Fact]
    public async Task Dispose_WithWorkInTheQueue_FinishesItFirst()
    {
        var stores = new SqliteStores(_folder.Database);
        var commits = Enumerable.Range(0, 20).Select(i => stores.CommitAsync(AddLink($"L{i}"))).ToList();
        await stores.DisposeAsync();

        Assert.All(await Task.WhenAll(commits), outcome => Assert.Equal(CommitOutcome.Committed, outcome));
    }

    [Fact]
    public async Task Installation_AfterReopening_IsTheSame()
    {
        string first;
        await using (var stores = new SqliteStores(_folder.Database))
        {
            first = (await stores.Ports.Operator.LoadInstallationAsync(CancellationToken.None)).Id;
        }

        await using var again = new SqliteStores(_folder.Database);
        await using var other = new SqliteStores(_folder.Path("other.db"));
        Assert.Equal(first, (await again.Ports.Operator.LoadInstallationAsync(CancellationToken.None)).Id);
        Assert.NotEqual(first, (await other.Ports.Operator.LoadInstallationAsync(CancellationToken.None)).Id);
    }

    public void Dispose() => _folder.Dispose();
}
