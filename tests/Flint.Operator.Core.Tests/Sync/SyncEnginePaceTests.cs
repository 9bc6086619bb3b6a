using Flint.Operator.Core.PaymentLinks;
using Flint.Operator.Core.Sync;
using Flint.Operator.Core.Sync.Operations;
using Flint.Operator.Testing.Api;
using Flint.Operator.Testing.Sync;

namespace Flint.Operator.Core.Tests.Sync;

/// <summary>A long queue makes nobody wait who stands there: looks, sends and screens get their turns (sync.md section 7).</summary>
public sealed class SyncEnginePaceTests : IDisposable
{
    private const int Many = 600;
    private static readonly TimeSpan PerWrite = TimeSpan.FromMilliseconds(60);

    private readonly SyncBench _bench;
    private PacedGateway? _wire;

    public SyncEnginePaceTests() => _bench = new SyncBench(1, gateway => _wire = new PacedGateway(gateway, span => _bench!.Time.Advance(span)));

    [Theory]
    [InlineData(FlintFault.LostReply, 3)]
    [InlineData(FlintFault.LostRequest, 12)]
    public async Task Watched_LosesItsReplyBeforeALongPush_IsReadySoon(FlintFault fault, int seconds)
    {
        await CreateLinksAsync(Many);
        var lid = await _bench.ChargeAsync();
        using var watching = _bench.Get<WatchList>().Watch(lid);
        _bench.Flint.Fail(fault);
        _wire!.WriteTakes = PerWrite;

        var took = await UntilReadyAsync(lid);

        Assert.InRange(took, TimeSpan.Zero, TimeSpan.FromSeconds(seconds));
        Assert.True(_bench.Flint.Ledger.Count < Many, "the links were not held up by it either");
    }

    [Fact]
    public async Task Unwatched_LosesItsRequestBeforeALongPush_IsReadyWithinHalfAMinute()
    {
        var lid = await _bench.ChargeAsync();
        await CreateLinksAsync(Many);
        _bench.Flint.Fail(FlintFault.LostRequest);
        _wire!.WriteTakes = PerWrite;

        Assert.InRange(await UntilReadyAsync(lid), TimeSpan.Zero, TimeSpan.FromSeconds(30));
    }

    [Fact]
    public async Task OnScreen_IsReadAgainDuringALongPush()
    {
        var lid = await _bench.ChargeAsync();
        await _bench.CycleAsync();
        using var watching = _bench.Get<WatchList>().Watch(lid);
        await _bench.CycleAsync();
        await CreateLinksAsync(Many);
        _wire!.WriteTakes = PerWrite;
        var last = _bench.Time.GetUtcNow();
        var longest = TimeSpan.Zero;
        _wire.DuringRead = () =>
        {
            longest = _bench.Time.GetUtcNow() - last > longest ? _bench.Time.GetUtcNow() - last : longest;
            last = _bench.Time.GetUtcNow();
        };

        await _bench.RunAsync(Many * PerWrite);

        Assert.InRange(longest, TimeSpan.FromSeconds(1), 1.1 * new SyncOptions().WatchEvery.Longest + TimeSpan.FromSeconds(1));
    }

    // Taps come faster than anything is sent, so each lane does one thing a cycle.
    [Fact]
    public async Task Ready_BehindMoreRefusedOnesThanLanes_IsSent()
    {
        await CreateLinksAsync(9);
        _bench.Flint.Fail([.. Enumerable.Repeat(FlintFault.Refused, 9)]);
        await _bench.RunAsync(TimeSpan.FromSeconds(10));
        await _bench.CreateLinkAsync("Behind them");

        await _bench.Engine.RunCycleAsync(CancellationToken.None);

        Assert.True(_bench.Get<SyncSignal>().IsPrompted);
        Assert.Single(_bench.Flint.Ledger);
    }

    [Fact]
    public async Task Tap_BehindManyLooks_DoesNotWaitForAllOfThem()
    {
        await DoubtAsync(90);
        _wire!.LookTakes = TimeSpan.FromSeconds(1);
        var lid = await _bench.ChargeAsync();
        using var watching = _bench.Get<WatchList>().Watch(lid);

        Assert.InRange(await UntilReadyAsync(lid), TimeSpan.Zero, TimeSpan.FromSeconds(15));
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Looks_WhenTheLineIsGone_EndWithTheFirst(bool isSilent)
    {
        await DoubtAsync(9);
        var sent = _bench.Flint.Sent.Count;
        await _bench.CreateLinkAsync("Not in doubt");
        _wire!.LooksHang = true;
        _wire.DuringLook = () => (_bench.Flint.IsSilent, _bench.Flint.IsDown) = (isSilent, !isSilent);

        await _bench.CycleAsync();

        Assert.Equal(1, _wire.Looks);
        Assert.Equal(sent, _bench.Flint.Sent.Count);
    }

    [Fact]
    public async Task Looks_ThatHangWhileTheApiAnswers_HoldUpASendForOneTimeOut()
    {
        await DoubtAsync(9);
        _wire!.LooksHang = true;
        await _bench.CreateLinkAsync("Not in doubt");

        await _bench.CycleAsync();

        Assert.Equal("Not in doubt", _bench.Flint.Ledger.OfType<PaymentLinkSnapshot>().Single().Title);
        Assert.Equal(1, _wire.LooksBeforeWrite);
    }

    [Fact]
    public async Task Looks_OfWhichOneHangs_AreTakenAllTheSame()
    {
        await DoubtAsync(9);
        _wire!.LooksHang = true;
        _wire.DuringLook = () => _wire.LooksHang = _wire.Looks == 1;

        await _bench.CycleAsync();

        Assert.Equal(9, _wire.Looks);
        Assert.Equal(8, _bench.Store.Operations.Count(operation => operation.State == OperationState.Looking));
    }

    [Fact]
    public async Task Pause_ThatPassesAConflictAndLosesItsRequest_IsDoneWithinHalfAMinute()
    {
        var lid = await _bench.ConflictAsync();
        _bench.Flint.Fail(FlintFault.LostRequest);
        await _bench.Get<PaymentLinkOperations>().SetActiveAsync(lid, isActive: false, CancellationToken.None);

        await _bench.RunAsync(TimeSpan.FromSeconds(30));

        Assert.False(_bench.Flint.Ledger.OfType<PaymentLinkSnapshot>().Single().IsActive);
    }

    [Fact]
    public async Task NextWait_BehindWhatWaitsForAPerson_DoesNotSpin()
    {
        var lid = await _bench.ConflictAsync();
        await _bench.EditLinkAsync(lid, "Once more", 18000);
        await _bench.CycleAsync();

        Assert.True(await _bench.Get<SyncTimetable>().NextWaitAsync(CancellationToken.None) > TimeSpan.FromSeconds(5));
    }

    public void Dispose() => _bench.Dispose();

    private async Task CreateLinksAsync(int count)
    {
        for (var i = 0; i < count; i++)
        {
            await _bench.CreateLinkAsync($"Link {i}");
        }
    }

    // The app was killed with so many requests out, and nothing of them had arrived.
    private async Task DoubtAsync(int count)
    {
        await CreateLinksAsync(count);
        _bench.Flint.Fail([.. Enumerable.Repeat(FlintFault.LostRequest, count)]);
        await _bench.CycleAsync();
        _bench.Restart();
    }

    private async Task<TimeSpan> UntilReadyAsync(string lid)
    {
        var start = _bench.Time.GetUtcNow();
        while ((await _bench.CheckoutAsync(lid)).StateAt(_bench.Time.GetUtcNow()) != RecordState.Ready)
        {
            await _bench.CycleAsync();
            _bench.Time.Advance(await _bench.Get<SyncTimetable>().NextWaitAsync(CancellationToken.None));
            Assert.True(_bench.Time.GetUtcNow() - start < TimeSpan.FromMinutes(10), "it is never ready");
        }

        return _bench.Time.GetUtcNow() - start;
    }
}
