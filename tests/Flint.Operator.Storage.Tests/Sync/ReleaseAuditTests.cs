using Flint.Operator.Core.Sync;
using Flint.Operator.Core.Sync.Operations;
using static Flint.Operator.Testing.Stores.StoreSamples;

namespace Flint.Operator.Storage.Tests.Sync;

/// <summary>What a store releases by itself stands in the audit too.</summary>
public sealed class ReleaseAuditTests : IAsyncDisposable
{
    private readonly TempFolder _folder = new();
    private readonly SqliteStores _stores;

    public ReleaseAuditTests() => _stores = new SqliteStores(_folder.Database);

    [Theory]
    [InlineData(false, "B Waiting -> Ready by NeedsDone, generation 0, attempt 0")]
    [InlineData(true, "B Waiting -> Unknown by NeedsDone, generation 0, attempt 0")]
    public async Task Release_OfWhatWaited_WritesALine(bool isInDoubt, string line)
    {
        await _stores.CommitAsync(AddLink("L1"), CreateLink("A", "L1"), CreateLink("B", "L1", OperationState.Waiting, "A"), CreateLink("C", "L1"));
        if (isInDoubt)
        {
            var waiting = (await FindAsync("B"))!;
            await _stores.CommitAsync(new StoreChange.UpdateOperation(waiting with { Doubt = new Doubt(DoubtReason.KeyNotUsable, waiting.KeyBorn) }));
        }

        await _stores.CommitAsync(new StoreChange.ReleaseDependants("A", Start.AddMinutes(1)));
        Assert.Null(await LinesAsync());
        await _stores.CommitAsync(
            new StoreChange.ReleaseDependants("A", Start.AddMinutes(1)), new StoreChange.UpdateOperation((await FindAsync("A"))! with { State = OperationState.Done }), Put("L1", LinkAt("link_1")));

        Assert.Equal(line, await LinesAsync());
        Assert.Equal("sync", await _stores.TextAsync("SELECT who FROM audit"));
    }

    public async ValueTask DisposeAsync()
    {
        await _stores.DisposeAsync();
        _folder.Dispose();
    }

    private Task<Operation?> FindAsync(string id) => _stores.Ports.Operator.FindOperationAsync(id, CancellationToken.None);

    private Task<string?> LinesAsync() => _stores.TextAsync("SELECT group_concat(operation_id || ' ' || what, char(10)) FROM audit");
}
