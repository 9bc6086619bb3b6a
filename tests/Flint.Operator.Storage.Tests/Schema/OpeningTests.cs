using Flint.Operator.Storage.Schema;
using Flint.Operator.Storage.Sql;
using SQLite;
using static Flint.Operator.Testing.Stores.StoreSamples;

namespace Flint.Operator.Storage.Tests.Schema;

public sealed class OpeningTests : IDisposable
{
    private readonly TempFolder _folder = new();

    [Fact]
    public async Task Open_DatabaseOfAnotherProgram_IsRefusedUntouched()
    {
        Script("PRAGMA application_id = 7; CREATE TABLE theirs (id)");

        await AssertRefusedUntouchedAsync(DatabaseProblem.NotOurs);
    }

    [Fact]
    public async Task Open_UnmarkedDatabaseWithTables_IsRefusedUntouched()
    {
        Script("CREATE TABLE theirs (id)");

        await AssertRefusedUntouchedAsync(DatabaseProblem.NotOurs);
    }

    [Fact]
    public async Task Open_DiedBeforeTheFirstMigration_StartsAfresh()
    {
        Script("PRAGMA journal_mode = DELETE; PRAGMA journal_mode = WAL");
        Assert.True(new FileInfo(_folder.Database).Length > 0);

        await MakeAsync();

        Assert.Equal(DatabaseHeader.OurApplicationId, DatabaseHeader.Read(_folder.Database).ApplicationId);
    }

    [Fact]
    public void Open_FolderThatCannotBe_IsNotWritable()
    {
        File.WriteAllText(_folder.Path("file"), "");

        var refusal = Assert.Throws<DatabaseProblemException>(() => OperatorDatabase.Open(Path.Combine(_folder.Path("file"), "operator.db"), TimeProvider.System));

        Assert.Equal(DatabaseProblem.NotWritable, refusal.Problem);
    }

    [Theory]
    [InlineData(3_051_002, true)]
    [InlineData(3_049_001, true)]
    [InlineData(3_051_003, false)]
    [InlineData(3_053_000, false)]
    [InlineData(4_000_000, false)]
    public void IsTooOld_ByTheVersionWithTheFix_Decides(int number, bool expected) => Assert.Equal(expected, DatabaseInspection.IsTooOld(number));

    public void Dispose() => _folder.Dispose();

    private async Task MakeAsync()
    {
        await using var stores = new SqliteStores(_folder.Database);
        await stores.CommitAsync(AddLink("L1"));
    }

    private void Script(string sql)
    {
        using var connection = SqlConnection.Open(_folder.Database, SQLiteOpenFlags.ReadWrite | SQLiteOpenFlags.Create, TimeSpan.Zero);
        foreach (var statement in sql.Split(';'))
        {
            connection.Text(statement);
        }
    }

    private async Task AssertRefusedUntouchedAsync(DatabaseProblem problem)
    {
        var before = await File.ReadAllBytesAsync(_folder.Database);

        Assert.Equal(problem, Assert.Throws<DatabaseProblemException>(() => OperatorDatabase.Open(_folder.Database, TimeProvider.System)).Problem);

        Assert.Equal(before, await File.ReadAllBytesAsync(_folder.Database));
    }
}
