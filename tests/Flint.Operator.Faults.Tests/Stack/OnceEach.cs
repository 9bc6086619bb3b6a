namespace Flint.Operator.Faults.Tests.Stack;

/// <summary>Nothing lost, nothing doubled: what the app's file says against what the sandbox holds.</summary>
internal static class OnceEach
{
    /// <summary>Every operation is done and had its effect exactly once.</summary>
    public static void Check(Ledger ledger, TillFile till)
    {
        Assert.All(till.Operations(), operation => Assert.Equal("done", operation.State));
        CheckAtRest(ledger, till);
    }

    /// <summary>Every operation is done and had its effect exactly once, or was taken back by a person before it was ever sent and had none.</summary>
    public static void CheckAtRest(Ledger ledger, TillFile till)
    {
        var operations = till.Operations().ToLookup(operation => operation.State, StringComparer.Ordinal);
        Assert.NotEmpty(operations["done"]);
        Assert.All(operations, group => Assert.Contains(group.Key, (string[])["done", "cancelled"]));
        CheckEffects(ledger, [.. operations["done"]]);
        var references = ledger.Records().Select(record => record.Reference).ToHashSet(StringComparer.Ordinal);
        Assert.All(operations["cancelled"], operation => Assert.DoesNotContain(operation.Reference, references));
        Assert.Equal(0, till.Halves());
    }

    /// <summary>The effects of operations that are done; each create made one record of its kind, each change was made once.</summary>
    public static void CheckEffects(Ledger ledger, IReadOnlyList<TillOperation> operations)
    {
        var records = ledger.Records().ToLookup(record => record.Reference, StringComparer.Ordinal);
        var made = operations.Where(operation => operation.IsCreate).ToDictionary(operation => operation.Lid, operation => Only(records, operation), StringComparer.Ordinal);
        CheckSessions(made.Values);
        foreach (var changes in operations.Where(operation => !operation.IsCreate).GroupBy(operation => operation.Lid, StringComparer.Ordinal))
        {
            var record = made[changes.Key];
            var status = changes.Select(change => change.LeavesAs).LastOrDefault(left => left is not null);
            Assert.Equal(status ?? record.Status, record.Status);

            // It may have run out before it was closed.
            Assert.False(record is { Kind: "CheckoutSession", Status: "open" }, "a session that was closed is open");
            Assert.All(changes.Where(change => change.Verb == "update-payment-link").TakeLast(1), edit => Assert.Contains(record.Name!, edit.Intent, StringComparison.Ordinal));

            // A second one of the same would count the version up again.
            Assert.True(record.Version <= 1 + changes.Count(), $"{string.Join(", ", changes.Select(change => change.Verb))}: done {record.Version - 1} times");
        }
    }

    // A session belongs to an order of ours, and no order has two that are open.
    private static void CheckSessions(IReadOnlyCollection<LedgerRecord> made)
    {
        var orders = made.Where(record => record.Kind == "Order").Select(order => order.Id).ToHashSet(StringComparer.Ordinal);
        var sessions = made.Where(record => record.Kind == "CheckoutSession").ToList();
        Assert.All(sessions, session => Assert.Contains(session.OrderId!, orders));
        Assert.Distinct(sessions.Where(session => session.Status == "open").Select(session => session.OrderId));
    }

    private static LedgerRecord Only(ILookup<string?, LedgerRecord> records, TillOperation operation)
    {
        var record = Assert.Single(records[operation.Reference]);
        Assert.Equal(operation.Kind, record.Kind);
        return record;
    }
}
