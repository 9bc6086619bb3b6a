using Flint.Operator.Core.Checkouts;
using Flint.Operator.Core.Sync;
using Flint.Operator.Core.Sync.Operations;
using Flint.Operator.Core.Sync.Push;
using Flint.Operator.Testing.Api;
using Flint.Operator.Testing.Sync;

namespace Flint.Operator.Core.Tests.Sync;

/// <summary>The app dies, or the disk refuses, at every point of an attempt.</summary>
public sealed class SyncEngineCrashTests : IDisposable
{
    private readonly SyncBench _bench = new();

    [Fact]
    public async Task KilledBeforeTheNetworkReturns_NothingIsLost()
    {
        _bench.Flint.IsDown = true;
        await _bench.CreateLinkAsync();
        await _bench.ChargeAsync();
        await _bench.RunAsync(TimeSpan.FromSeconds(30));

        _bench.Restart();
        _bench.Flint.IsDown = false;
        await _bench.RunAsync(TimeSpan.FromSeconds(30));

        Assert.Equal(3, _bench.Flint.Ledger.Count);
        Assert.All(_bench.Store.Operations, operation => Assert.Equal(OperationState.Done, operation.State));
    }

    [Theory]
    [InlineData(FlintFault.LostRequest)]
    [InlineData(FlintFault.LostReply)]
    public async Task KilledWhileARequestIsOut_IsCheckedBeforeAnythingIsSentAgain(FlintFault fault)
    {
        _bench.Flint.Fail(fault);
        await _bench.CreateLinkAsync();
        _bench.Store.BeforeCommit = changes =>
        {
            if (changes.OfType<StoreChange.EndAttempt>().Any())
            {
                throw new InjectedCrashException();
            }
        };
        await Assert.ThrowsAsync<InjectedCrashException>(_bench.CycleAsync);
        _bench.Store.BeforeCommit = null;
        Assert.Equal(OperationState.InFlight, _bench.Store.Operations.Single().State);

        _bench.Restart();
        await _bench.RunAsync(TimeSpan.FromMinutes(1));

        Assert.Single(_bench.Flint.Ledger);
        Assert.Single(_bench.Flint.Sent.Select(sent => sent.Key).Distinct());
        Assert.DoesNotContain(_bench.Store.Operations, operation => operation.State == OperationState.InFlight);
    }

    [Fact]
    public async Task StartAfterMuchInDoubt_SettlesHundredsInACommit()
    {
        for (var link = 0; link < 600; link++)
        {
            await _bench.CreateLinkAsync();
        }

        foreach (var operation in _bench.Store.Operations.ToList())
        {
            await _bench.Get<OperationJournal>().MoveAsync(
                operation, new OperationEvent.AttemptStarted(_bench.Flint.Encode(operation, new WireTargets())), [], CancellationToken.None);
        }

        _bench.Restart();
        var sizes = new List<int>();
        _bench.Store.BeforeCommit = changes => sizes.Add(changes.OfType<StoreChange.UpdateOperation>().Count());
        Assert.True(await _bench.Get<RecoverPhase>().RunAsync(CancellationToken.None));

        Assert.Equal([250, 250, 100], sizes.Where(size => size > 0));
        Assert.All(_bench.Store.Operations, operation => Assert.Equal(OperationState.Unknown, operation.State));
    }

    [Fact]
    public async Task KilledAtEachCommitOfTheStory_EndsWithOneOfEach()
    {
        for (var crashAt = 1; crashAt <= 12; crashAt++)
        {
            using var bench = new SyncBench(seed: crashAt);
            await bench.CreateLinkAsync();
            await bench.ChargeAsync();
            var commits = 0;
            bench.Store.BeforeCommit = _ => CrashWhen(++commits == crashAt);
            await RunUntilCrashAsync(bench);
            bench.Store.BeforeCommit = null;

            bench.Restart();
            await bench.RunAsync(TimeSpan.FromMinutes(2));

            Assert.Equal(3, bench.Flint.Ledger.Count);
            Assert.All(bench.Store.Operations, operation => Assert.Equal(OperationState.Done, operation.State));
        }
    }

    [Fact]
    public async Task KilledRightAfterEachCommitOfTheStory_EndsWithOneOfEach()
    {
        for (var crashAt = 1; crashAt <= 12; crashAt++)
        {
            using var bench = new SyncBench(seed: crashAt);
            await bench.CreateLinkAsync();
            await bench.ChargeAsync();
            var commits = 0;
            bench.Store.AfterCommit = _ => CrashWhen(++commits == crashAt);
            await RunUntilCrashAsync(bench);
            bench.Store.AfterCommit = null;

            bench.Restart();
            await bench.RunAsync(TimeSpan.FromMinutes(2));

            Assert.Equal(3, bench.Flint.Ledger.Count);
            Assert.All(bench.Store.Operations, operation => Assert.Equal(OperationState.Done, operation.State));
        }
    }

    [Fact]
    public async Task DiskFullBeforeSending_NothingLeaves()
    {
        await _bench.CreateLinkAsync();
        _bench.Store.FailNext(CommitOutcome.DiskFull);

        // The first commit of the cycle binds the account; it fails, so the cycle stops there.
        await _bench.CycleAsync();
        Assert.Empty(_bench.Flint.Sent);

        await _bench.RunAsync(TimeSpan.FromSeconds(30));
        Assert.Single(_bench.Flint.Ledger);
    }

    [Fact]
    public async Task DiskFullAfterTheAnswer_IsRecoveredByALookInTheSameRun()
    {
        await _bench.CreateLinkAsync();
        _bench.Flint.DuringSend = () => _bench.Store.FailNext(CommitOutcome.DiskFull);

        await _bench.CycleAsync();
        Assert.Equal(OperationState.InFlight, _bench.Store.Operations.Single().State);
        await _bench.RunAsync(TimeSpan.FromSeconds(60));

        Assert.Equal(OperationState.Done, _bench.Store.Operations.Single().State);
        Assert.Single(_bench.Flint.Ledger);
        Assert.Single(_bench.Flint.Sent);
    }

    [Fact]
    public async Task TapThatCouldNotBeWritten_LeavesNothing()
    {
        _bench.Store.FailNext(CommitOutcome.DiskFull);
        var outcome = await _bench.Get<CheckoutOperations>().ChargeAsync(
            new CheckoutDraft { LineItems = [new LineItem("a", 1, new Core.Amounts.Money(100, Core.Amounts.Currency.Of("USD")))] }, CancellationToken.None);

        Assert.Equal(new SaveOutcome.NotSaved(CommitOutcome.DiskFull), outcome);
        Assert.Empty(_bench.Store.Operations);
        Assert.Empty(await _bench.Get<ICheckoutStore>().ListAsync(null, 10, CancellationToken.None));
    }

    public void Dispose() => _bench.Dispose();

    private static void CrashWhen(bool now)
    {
        if (now)
        {
            throw new InjectedCrashException();
        }
    }

    private static async Task RunUntilCrashAsync(SyncBench bench)
    {
        try
        {
            await bench.RunAsync(TimeSpan.FromSeconds(30));
        }
        catch (InjectedCrashException)
        {
            // The process is gone here.
        }
    }

    private sealed class InjectedCrashException : Exception;
}
