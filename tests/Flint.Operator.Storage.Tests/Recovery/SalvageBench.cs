using Flint.Operator.Core.Sync;
using Flint.Operator.Core.Sync.Backups;
using Flint.Operator.Core.Sync.Operations;
using Flint.Operator.Core.Sync.Push;
using Flint.Operator.Storage.Recovery;
using Flint.Operator.Storage.Sql;
using static Flint.Operator.Testing.Stores.StoreSamples;

namespace Flint.Operator.Storage.Tests.Recovery;

/// <summary>A killed run with a backup half-way: links and checkouts, some created at the API before the backup, some after, most not.</summary>
internal sealed class SalvageBench : IDisposable
{
    public const int Before = 100;
    public const int After = 200;
    public const int PageSize = 4096;
    private const string Backup = "operator.db.backup-20261124T090000000Z";

    private readonly TempFolder _folder = new();

    /// <summary>The file with its log folded in.</summary>
    public byte[] File { get; private set; } = [];

    /// <summary>Every operation that was acknowledged: its state and its revision.</summary>
    public IReadOnlyDictionary<string, (string State, long Revision)> Operations { get; private set; } = new Dictionary<string, (string, long)>();

    public async Task FillAsync()
    {
        await using var killed = new SqliteStores(_folder.Database);
        for (var i = 0; i < Before; i++)
        {
            await TapAsync(killed, $"a{i:000}", i);
        }

        await SettleAsync(killed, 0, 20);
        Assert.Equal(BackupOutcome.Taken, await killed.Backups.BackUpAsync(Start, CancellationToken.None));
        for (var i = 0; i < After; i++)
        {
            await TapAsync(killed, $"b{i:000}", i);
        }

        await SettleAsync(killed, 20, 60);
        await killed.ScriptAsync("PRAGMA wal_checkpoint(TRUNCATE)");
        File = Copies.Read(_folder.Database);
        Operations = await killed.Database.Readers.ReadAsync(StatesOf, CancellationToken.None);
    }

    /// <summary>The numbers of the pages that hold rows of a table of so many columns.</summary>
    public List<int> LeavesOf(int columns) =>
        [.. Pages.Where(page => page > 1 && LeafPage.Of(page, Bytes(page)) is { } leaf && leaf.Columns == columns)];

    /// <summary>The numbers of the pages of a kind, by the first byte of each.</summary>
    public List<int> PagesOf(byte kind) => [.. Pages.Where(page => page > 1 && Bytes(page)[0] == kind)];

    public int LastPage => File.Length / PageSize;

    public byte[] Without(int page, byte filling = 0xAA)
    {
        var damaged = File.ToArray();
        damaged.AsSpan((page - 1) * PageSize, PageSize).Fill(filling);
        return damaged;
    }

    /// <summary>How many rows of a table are on a page.</summary>
    public int RowsOn(int page) => (Bytes(page)[3] << 8) | Bytes(page)[4];

    public TempFolder Write(byte[] damaged, bool withBackup)
    {
        var after = new TempFolder();
        System.IO.File.WriteAllBytes(after.Database, damaged);
        System.IO.File.WriteAllText(after.Database + ".suspect", "");
        if (withBackup)
        {
            Copies.OfTheKilled(_folder, after, Backup);
        }

        return after;
    }

    public static IReadOnlyDictionary<string, (string State, long Revision)> StatesOf(SqlConnection connection) => connection
        .Query("SELECT id, state, revision FROM operation", row => (Id: row.Text("id"), State: row.Text("state"), Revision: row.Number("revision")))
        .ToDictionary(o => o.Id, o => (o.State, o.Revision), StringComparer.Ordinal);

    public void Dispose() => _folder.Dispose();

    private IEnumerable<int> Pages => Enumerable.Range(1, File.Length / PageSize);

    private ReadOnlySpan<byte> Bytes(int page) => File.AsSpan((page - 1) * PageSize, PageSize);

    // Every fourth tap is a checkout, which is two operations.
    private static async Task TapAsync(SqliteStores stores, string name, int number)
    {
        StoreChange[] changes = number % 4 == 0
            ? [AddOrder($"O{name}"), AddSession($"S{name}", $"O{name}"), CreateOrder($"o{name}", $"O{name}"), CreateSession($"s{name}", $"S{name}", $"O{name}", $"o{name}")]
            : [AddLink($"L{name}", $"Dues of {name}"), CreateLink($"l{name}", $"L{name}")];
        Assert.Equal(CommitOutcome.Committed, await stores.CommitAsync([.. AuditTrail.Tell(changes, "Ada", Start)]));
    }

    private static async Task SettleAsync(SqliteStores stores, int from, int to)
    {
        var open = await stores.Ports.Operator.LoadOpenAsync(CancellationToken.None);
        foreach (var operation in open.Where(o => o.Intent is OperationIntent.CreatePaymentLink).Take(to - from))
        {
            var sent = operation with { State = OperationState.InFlight, Attempts = 1, Sent = 1, Wire = new WireRequest("POST", "/v1/payment-links", "{}"u8.ToArray()) };
            await CommitAsync(stores, Moved(operation, sent), new StoreChange.StartAttempt(operation.Id, 1, 0, "r" + operation.Id, Start));
            await CommitAsync(
                stores,
                Put(operation.Lid, LinkAt("p_" + operation.Lid), 1),
                new StoreChange.EndAttempt(operation.Id, 1, "Created", 201, null, Start),
                Moved(sent, sent with { State = OperationState.Done, SettledAt = Start, Revision = operation.Revision + 1 }));
        }
    }

    private static StoreChange.UpdateOperation Moved(Operation before, Operation after) => new(after, AuditTrail.OfMove(before, after, new OperationEvent.Restarted()));

    private static async Task CommitAsync(SqliteStores stores, params StoreChange[] changes) =>
        Assert.Equal(CommitOutcome.Committed, await stores.CommitAsync([.. AuditTrail.Tell(changes, AuditTrail.Engine, Start)]));
}
