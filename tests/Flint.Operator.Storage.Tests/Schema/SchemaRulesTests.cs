using Flint.Operator.Core.Sync;
using Flint.Operator.Core.Sync.Operations;
using Flint.Operator.Core.Sync.Push;
using SQLite;
using static Flint.Operator.Testing.Stores.StoreSamples;

namespace Flint.Operator.Storage.Tests.Schema;

/// <summary>The rules stand in the file itself: not even SQL typed by hand breaks them.</summary>
public sealed class SchemaRulesTests : IAsyncDisposable
{
    private readonly TempFolder _folder = new();
    private readonly SqliteStores _stores;

    public SchemaRulesTests() => _stores = new SqliteStores(_folder.Database);

    [Theory]
    [InlineData("UPDATE operation SET wire_body = x'00'", "what was sent is frozen")]
    [InlineData("UPDATE operation SET wire_method = NULL, wire_path = NULL, wire_body = NULL", "what was sent is frozen")]
    [InlineData("UPDATE operation SET intent_json = '{}'", "what was sent is frozen")]
    [InlineData("UPDATE operation SET id = 'Z'", "what names it is frozen")]
    [InlineData("UPDATE operation SET lid = 'L2'", "what names it is frozen")]
    [InlineData("UPDATE operation SET aggregate = 'L2'", "what names it is frozen")]
    [InlineData("UPDATE operation SET position = 9", "what names it is frozen")]
    [InlineData("UPDATE operation SET verb = 'create-order'", "what names it is frozen")]
    [InlineData("UPDATE operation SET operator = 'Eve'", "what names it is frozen")]
    [InlineData("UPDATE operation SET account = 'mer_2/live/'", "it stays with its account")]
    [InlineData("UPDATE operation SET state = 'done' WHERE id = 'B'", "has an id at the API")]
    [InlineData("UPDATE operation SET state = 'ready' WHERE id = 'C'", "never left")]
    [InlineData("UPDATE operation SET state = 'lost'", "CHECK")]
    [InlineData("UPDATE operation SET wire_body = x'' WHERE id = 'B'", "CHECK")]
    [InlineData("DELETE FROM operation", "never deleted")]
    [InlineData("UPDATE entity SET lid = 'L9' WHERE lid = 'L2'", "what names it is frozen")]
    [InlineData("UPDATE entity SET remote_id = 'link_9' WHERE lid = 'L1'", "never changes")]
    [InlineData("UPDATE entity SET draft_json = '{}' WHERE lid = 'L1'", "not edited")]
    [InlineData("UPDATE entity SET currency = NULL WHERE lid = 'L2'", "CHECK")]
    [InlineData("DELETE FROM entity", "never deleted")]
    [InlineData("DELETE FROM attempt", "never deleted")]
    [InlineData("UPDATE audit SET what = 'nothing'", "only added")]
    [InlineData("DELETE FROM audit", "only added")]
    [InlineData("INSERT INTO installation (one, id) VALUES (2, 'second')", "CHECK")]
    public async Task Rule_BrokenByHand_IsRefused(string sql, string reason)
    {
        await PrepareAsync();
        var before = await DumpAsync();

        var refusal = await Assert.ThrowsAsync<SQLiteException>(() => _stores.ScriptAsync(sql));

        Assert.Contains(reason, refusal.Message, StringComparison.Ordinal);
        Assert.Equal(before, await DumpAsync());
    }

    [Theory]
    [InlineData("SELECT 1 FROM operation AS o WHERE state NOT IN ('done', 'superseded', 'dropped', 'cancelled', 'converted') ORDER BY position, id", "operation_open")]
    [InlineData("SELECT 1 FROM entity AS e WHERE e.kind = 'order' AND e.lid < 'X' ORDER BY e.lid DESC LIMIT 50", "entity_page")]
    [InlineData("SELECT 1 FROM entity AS e WHERE e.parent_lid IN (SELECT value FROM json_each('[]'))", "entity_children")]
    public async Task Query_OfAScreen_UsesItsIndex(string sql, string index)
    {
        var plan = await _stores.Database.Writer.RunAsync(c => c.Query("EXPLAIN QUERY PLAN " + sql, row => row.Text("detail")), CancellationToken.None);

        Assert.Contains(plan, step => step.Contains(index, StringComparison.Ordinal));
        Assert.DoesNotContain(plan, step => step.Contains("TEMP B-TREE", StringComparison.Ordinal));
    }

    public async ValueTask DisposeAsync()
    {
        await _stores.DisposeAsync();
        _folder.Dispose();
    }

    private async Task PrepareAsync()
    {
        var sent = Creating("A", "L1", new OperationIntent.CreatePaymentLink(Link())) with { Wire = new WireRequest("POST", "/v1/payment-links", "{}"u8.ToArray()) };
        Assert.Equal(CommitOutcome.Committed, await _stores.CommitAsync(
            new StoreChange.BindAccount(Account),
            AddLink("L1"),
            AddLink("L2"),
            Put("L1", LinkAt("link_1")),
            new StoreChange.AddOperation(sent),
            CreateLink("B", "L2"),
            CreateLink("C", "L2", OperationState.Cancelled),
            new StoreChange.StartAttempt("A", 1, 0, "fop_A-1", Start),
            new StoreChange.Audit(Start, "A", "Ada", "link saved")));
    }

    private Task<string?> DumpAsync() => _stores.TextAsync(
        """
        SELECT (SELECT group_concat(concat_ws('|', id, state, position, aggregate, lid, verb, intent_json, hex(wire_body), operator, account)) FROM operation)
            || (SELECT group_concat(concat_ws('|', lid, remote_id, draft_json, currency)) FROM entity)
            || (SELECT group_concat(what) FROM audit) || (SELECT count(*) FROM attempt) || (SELECT count(*) FROM installation)
        """);
}
