using Flint.Operator.Core.Amounts;
using Flint.Operator.Core.Checkouts;
using Flint.Operator.Core.Sync;
using Flint.Operator.Core.Sync.Operations;
using Flint.Operator.Core.Sync.Outbox;
using Flint.Operator.Testing.Sync;

namespace Flint.Operator.Core.Tests.Sync;

/// <summary>A file that is not this device's own, or not of today: nothing is sent from it until a person confirms.</summary>
public sealed class SyncEngineCopiedFileTests : IDisposable
{
    private const string Secret = "installation";

    private readonly SyncBench _bench = new();

    [Fact]
    public async Task FirstRun_SealsTheFileToTheDevice()
    {
        await _bench.CycleAsync();

        var installation = await _bench.Store.LoadInstallationAsync(CancellationToken.None);
        Assert.True(installation.IsSealed);
        Assert.Equal(installation.Id, _bench.Secrets.Secrets[Secret]);
    }

    [Fact]
    public async Task Restart_OnTheSameDevice_SendsAsEver()
    {
        await _bench.CycleAsync();
        await _bench.CreateLinkAsync();
        _bench.Restart();

        await _bench.CycleAsync();

        Assert.Single(_bench.Flint.Ledger);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task CopiedFile_WithAnotherIdOrNone_IsHeldWhole(bool otherDeviceHasItsOwn)
    {
        await CopyAsync(otherDeviceHasItsOwn);

        await _bench.RunAsync(TimeSpan.FromHours(1));

        Assert.Empty(_bench.Flint.Sent);
        Assert.Equal(
            [(OperationState.Held, HoldReason.CopiedDatabase), (OperationState.Held, HoldReason.CopiedDatabase), (OperationState.Held, HoldReason.CopiedDatabase)],
            _bench.Store.Operations.Select(operation => (operation.State, operation.Hold)));
    }

    [Fact]
    public async Task CopiedFile_ConfirmedByAPerson_LooksBeforeItSends()
    {
        await CopyAsync(otherDeviceHasItsOwn: false);
        await _bench.CycleAsync();

        foreach (var operation in _bench.Store.Operations.Where(o => o.State == OperationState.Held))
        {
            await _bench.Get<OutboxOperations>().ConfirmAsync(operation.Id, CancellationToken.None);
        }

        await _bench.CycleAsync();
        Assert.Empty(_bench.Flint.Sent);
        await _bench.RunAsync(TimeSpan.FromMinutes(20));

        Assert.Equal(3, _bench.Flint.Ledger.Count);
        Assert.All(_bench.Store.Operations, operation => Assert.Equal(OperationState.Done, operation.State));
    }

    [Fact]
    public async Task CopiedFile_NewTaps_AreSentAsEver()
    {
        await CopyAsync(otherDeviceHasItsOwn: true);
        await _bench.CycleAsync();

        await _bench.CreateLinkAsync("New here");
        await _bench.CycleAsync();

        Assert.Single(_bench.Flint.Ledger);
    }

    [Fact]
    public async Task CopiedFile_IsHeldOnceAndThenThisDevicesOwn()
    {
        await CopyAsync(otherDeviceHasItsOwn: true);
        await _bench.CycleAsync();
        await _bench.CreateLinkAsync("New here");
        _bench.Restart();

        await _bench.CycleAsync();

        Assert.Equal(OperationState.Done, _bench.Store.Operations[^1].State);
    }

    [Fact]
    public async Task UnreadableSecrets_TouchNothing()
    {
        await _bench.CycleAsync();
        await _bench.CreateLinkAsync();
        _bench.Secrets.IsUnreadable = true;
        _bench.Restart();

        await _bench.CycleAsync();

        Assert.Equal(OperationState.Done, _bench.Store.Operations.Single().State);
    }

    [Fact]
    public async Task RestoredFile_IsHeldAndSaysWhy()
    {
        await _bench.CycleAsync();
        await _bench.CreateLinkAsync();
        _bench.Store.MarkRestored(_bench.Time.GetUtcNow());
        _bench.Restart();

        await _bench.RunAsync(TimeSpan.FromHours(1));

        Assert.Empty(_bench.Flint.Sent);
        Assert.Equal(HoldReason.RestoredBackup, _bench.Store.Operations.Single().Hold);
        Assert.Null((await _bench.Store.LoadInstallationAsync(CancellationToken.None)).RestoredAt);
    }

    [Fact]
    public async Task CopiedFile_WithAStaleCheckout_HoldsItToo()
    {
        _bench.Flint.IsDown = true;
        await _bench.ChargeAsync();
        _bench.Time.Advance(TimeSpan.FromHours(1));
        _bench.Flint.IsDown = false;
        await _bench.CycleAsync();
        Assert.Equal(OperationState.Triage, _bench.Store.Operations[0].State);

        await _bench.CopyAsync();

        Assert.All(_bench.Store.Operations, operation => Assert.Equal(HoldReason.CopiedDatabase, operation.Hold));
    }

    [Fact]
    public async Task RestoredFile_WhatWaitedForAnother_IsHeldWhenThatOneIsFound()
    {
        await RestoreWithOrderFoundAsync();

        await _bench.RunAsync(TimeSpan.FromHours(1));

        Assert.Empty(_bench.Flint.Sent);
        Assert.Equal([OperationState.Done, OperationState.Held], _bench.Store.Operations.Select(operation => operation.State));
    }

    [Fact]
    public async Task RestoredFile_WhatWaitedForAnother_IsLookedForBeforeItIsSent()
    {
        await RestoreWithOrderFoundAsync();

        await _bench.Get<OutboxOperations>().ConfirmAllAsync(HoldReason.RestoredBackup, CancellationToken.None);
        Assert.Equal(OperationState.Unknown, _bench.Store.Operations[1].State);
        await _bench.RunAsync(TimeSpan.FromMinutes(6));
        Assert.Empty(_bench.Flint.Sent);
        await _bench.RunAsync(TimeSpan.FromMinutes(4));

        Assert.Equal((OperationState.Done, 1), (_bench.Store.Operations[1].State, _bench.Store.Operations[1].Generation));
    }

    [Fact]
    public async Task RestoredFile_ConfirmedWhileWhatItNeedsIsNotDone_WaitsWithItsDoubt()
    {
        _bench.Flint.IsDown = true;
        await _bench.ChargeAsync();
        await _bench.RestoreAsync();

        await _bench.Get<OutboxOperations>().ConfirmAllAsync(HoldReason.RestoredBackup, CancellationToken.None);

        Assert.Equal([OperationState.Unknown, OperationState.Waiting], _bench.Store.Operations.Select(operation => operation.State));
        Assert.Equal(new SaveOutcome.TooLate(), await _bench.Get<OutboxOperations>().CancelAsync(_bench.Store.Operations[1].Id, CancellationToken.None));
        _bench.Restart();
        _bench.Flint.IsDown = false;
        await _bench.RunAsync(TimeSpan.FromMinutes(20));
        Assert.Equal([OperationState.Done, OperationState.Done], _bench.Store.Operations.Select(operation => operation.State));
        Assert.Equal(2, _bench.Flint.Sent.Count);
    }

    [Fact]
    public async Task RestoredFile_GivenUp_TakesWhatWaitedForItAlong()
    {
        _bench.Flint.IsDown = true;
        await _bench.ChargeAsync();
        await _bench.RestoreAsync();

        await _bench.Get<OutboxOperations>().DiscardAsync(_bench.Store.Operations[0].Id, CancellationToken.None);

        Assert.All(_bench.Store.Operations, operation => Assert.Equal(OperationState.Dropped, operation.State));
    }

    [Fact]
    public async Task RestoredFile_CancelledOnceItsAbsenceIsProven_TakesWhatWaitsInDoubtAlong()
    {
        _bench.Flint.IsDown = true;
        await _bench.ChargeAsync();
        await _bench.RestoreAsync();
        await _bench.Get<OutboxOperations>().ConfirmAllAsync(HoldReason.RestoredBackup, CancellationToken.None);
        _bench.Flint.IsDown = false;
        _bench.Time.Advance(TimeSpan.FromHours(1));
        await _bench.RunAsync(TimeSpan.FromMinutes(10));
        Assert.Equal([OperationState.Triage, OperationState.Waiting], _bench.Store.Operations.Select(operation => operation.State));

        await _bench.Get<OutboxOperations>().CancelAsync(_bench.Store.Operations[0].Id, CancellationToken.None);

        Assert.Equal([OperationState.Cancelled, OperationState.Dropped], _bench.Store.Operations.Select(operation => operation.State));
    }

    [Fact]
    public async Task HoldThatCannotBeWritten_SendsNothing()
    {
        await CopyAsync(otherDeviceHasItsOwn: true);
        _bench.Store.FailNext(CommitOutcome.DiskFull);

        await _bench.CycleAsync();

        Assert.Empty(_bench.Flint.Sent);
        await _bench.CycleAsync();
        Assert.Equal(HoldReason.CopiedDatabase, _bench.Store.Operations[0].Hold);
    }

    public void Dispose() => _bench.Dispose();

    // After the backup the order was sent, and perhaps its session too.
    private async Task RestoreWithOrderFoundAsync()
    {
        var dollar = Currency.Of("USD");
        _bench.Flint.IsDown = true;
        await _bench.ChargeAsync();
        _bench.Flint.Add(new OrderSnapshot
        {
            RemoteId = "ord_1",
            Reference = _bench.Store.Operations[0].Reference,
            Status = "open",
            PaymentStatus = "unpaid",
            LineItems = [],
            TotalMoney = new Money(20100, dollar),
            TipMoney = Money.Zero(dollar),
            PaidMoney = Money.Zero(dollar),
            OutstandingMoney = new Money(20100, dollar),
        });
        _bench.Flint.IsDown = false;
        await _bench.RestoreAsync();
        await _bench.RunAsync(TimeSpan.FromMinutes(2));
    }

    private async Task CopyAsync(bool otherDeviceHasItsOwn)
    {
        await _bench.CycleAsync();
        _bench.Flint.IsDown = true;
        await _bench.CreateLinkAsync();
        await _bench.ChargeAsync();
        _bench.Flint.IsDown = false;
        _bench.Secrets.Secrets.Remove(Secret);
        if (otherDeviceHasItsOwn)
        {
            _bench.Secrets.Secrets[Secret] = "the other device's own file";
        }

        _bench.Restart();
    }
}
