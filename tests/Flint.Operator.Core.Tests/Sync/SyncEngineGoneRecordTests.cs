using Flint.Operator.Core.Checkouts;
using Flint.Operator.Core.PaymentLinks;
using Flint.Operator.Core.Sync;
using Flint.Operator.Core.Sync.Operations;
using Flint.Operator.Core.Sync.Outbox;
using Flint.Operator.Testing.Api;
using Flint.Operator.Testing.Sync;

namespace Flint.Operator.Core.Tests.Sync;

/// <summary>A record that the API knows no more, as after it was put back from a backup: what is still to be done to it ends with a person.</summary>
public sealed class SyncEngineGoneRecordTests : IDisposable
{
    private readonly SyncBench _bench = new();

    [Theory]
    [InlineData("pause")]
    [InlineData("edit")]
    [InlineData("close")]
    public async Task ChangeInDoubt_OfARecordThatIsGone_EndsWithAPerson(string change)
    {
        var lid = change == "close" ? await _bench.ChargeAsync() : await _bench.CreateLinkAsync();
        await _bench.CycleAsync();
        _bench.Flint.Fail(FlintFault.LostRequest);
        await ChangeAsync(change, lid);
        await _bench.CycleAsync();
        RemoveAll();

        await _bench.RunAsync(TimeSpan.FromMinutes(2));

        Assert.Equal((OperationState.Refused, 404), (Change.State, Change.Problem!.Status));
        Assert.IsType<SaveOutcome.Saved>(await _bench.Get<OutboxOperations>().DiscardAsync(Change.Id, CancellationToken.None));
    }

    [Fact]
    public async Task ConfirmedChange_OfARecordThatIsGone_EndsWithAPerson()
    {
        var lid = await _bench.CreateLinkAsync();
        await _bench.CycleAsync();
        _bench.Flint.IsDown = true;
        await ChangeAsync("pause", lid);
        await _bench.RestoreAsync();
        RemoveAll();
        _bench.Flint.IsDown = false;
        await _bench.CycleAsync();
        await _bench.Get<OutboxOperations>().ConfirmAsync(Change.Id, CancellationToken.None);

        await _bench.RunAsync(TimeSpan.FromMinutes(30));

        Assert.Equal(OperationState.Refused, Change.State);
    }

    public void Dispose() => _bench.Dispose();

    private Operation Change => _bench.Store.Operations[^1];

    private void RemoveAll()
    {
        foreach (var record in _bench.Flint.Ledger.ToList())
        {
            _bench.Flint.Remove(record.RemoteId);
        }
    }

    private Task<SaveOutcome> ChangeAsync(string change, string lid) => change switch
    {
        "pause" => _bench.Get<PaymentLinkOperations>().SetActiveAsync(lid, isActive: false, CancellationToken.None),
        "edit" => _bench.EditLinkAsync(lid, "Another title"),
        _ => _bench.Get<CheckoutOperations>().CloseAsync(lid, CancellationToken.None),
    };
}
