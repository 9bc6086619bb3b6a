using Flint.Operator.Core.Amounts;
using Flint.Operator.Core.PaymentLinks;
using Flint.Operator.Core.Sync;

namespace Flint.Operator.Testing.Sync;

/// <summary>Situations that take several steps to come about.</summary>
public static class BenchScenes
{
    private static readonly Currency Dollar = Currency.Of("USD");

    /// <summary>Title and price of a link were changed here without a network, and meanwhile at the API: returns its local id.</summary>
    public static async Task<string> ConflictAsync(this SyncBench bench)
    {
        ArgumentNullException.ThrowIfNull(bench);
        var lid = await bench.CreateLinkAsync();
        await bench.CycleAsync();
        bench.Flint.IsDown = true;
        await bench.EditLinkAsync(lid, "Dues, mine", 16000);
        bench.Flint.Change<PaymentLinkSnapshot>(bench.Flint.Ledger[^1].RemoteId, link => link with { Title = "Dues, theirs", AmountMoney = new Money(17000, Dollar) });
        bench.Flint.IsDown = false;
        await bench.RunAsync(TimeSpan.FromMinutes(2));
        return lid;
    }

    /// <summary>Changes a link as its form does.</summary>
    public static Task<SaveOutcome> EditLinkAsync(this SyncBench bench, string lid, string title, long minor = 15000)
    {
        ArgumentNullException.ThrowIfNull(bench);
        return bench.Get<PaymentLinkOperations>().EditAsync(lid, new PaymentLinkDraft(title, new Money(minor, Dollar)), CancellationToken.None);
    }

    /// <summary>The database is carried to another device: its secrets hold another id.</summary>
    public static Task CopyAsync(this SyncBench bench)
    {
        ArgumentNullException.ThrowIfNull(bench);
        bench.Secrets.Secrets["installation"] = "another-device";
        return bench.RestartAsync();
    }

    /// <summary>The database is put back from a backup.</summary>
    public static Task RestoreAsync(this SyncBench bench)
    {
        ArgumentNullException.ThrowIfNull(bench);
        bench.Store.MarkRestored(bench.Time.GetUtcNow());
        return bench.RestartAsync();
    }

    private static Task RestartAsync(this SyncBench bench)
    {
        bench.Restart();
        return bench.CycleAsync();
    }
}
