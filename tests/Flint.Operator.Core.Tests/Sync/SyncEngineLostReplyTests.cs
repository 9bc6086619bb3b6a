using Flint.Operator.Core.Checkouts;
using Flint.Operator.Core.PaymentLinks;
using Flint.Operator.Core.Sync;
using Flint.Operator.Testing.Api;
using Flint.Operator.Testing.Sync;

namespace Flint.Operator.Core.Tests.Sync;

/// <summary>What happens when it is not known whether a request had its effect.</summary>
public sealed class SyncEngineLostReplyTests : IDisposable
{
    private static readonly TimeSpan RetryBound = TimeSpan.FromSeconds(30);

    private readonly SyncBench _bench = new();

    [Fact]
    public async Task LostReply_TheLookFindsItAndNothingIsSentTwice()
    {
        _bench.Flint.Fail(FlintFault.LostReply, FlintFault.LostReply, FlintFault.LostReply);
        await _bench.CreateLinkAsync();
        await _bench.ChargeAsync();

        var took = await _bench.RunAsync(TimeSpan.FromMinutes(1));

        Assert.True(took < RetryBound, $"took {took}");
        Assert.Equal(3, _bench.Flint.Ledger.Count);
        Assert.Equal(3, _bench.Flint.Sent.Count);
    }

    [Fact]
    public async Task LostRequest_IsResentUnderTheSameKeyAndBytesAfterTwoLooks()
    {
        _bench.Flint.Fail(FlintFault.LostRequest);
        await _bench.CreateLinkAsync();

        var took = await _bench.RunAsync(TimeSpan.FromMinutes(1));

        Assert.True(took < RetryBound, $"took {took}");
        Assert.Single(_bench.Flint.Ledger);
        Assert.Equal(2, _bench.Flint.Sent.Count);
        Assert.Equal(_bench.Flint.Sent[0].Key, _bench.Flint.Sent[1].Key);
        Assert.Equal(_bench.Flint.Sent[0].Request, _bench.Flint.Sent[1].Request);
        Assert.True(_bench.Flint.Sent[1].At - _bench.Flint.Sent[0].At >= TimeSpan.FromSeconds(5));
    }

    [Theory]
    [InlineData(FlintFault.CaptivePortal)]
    [InlineData(FlintFault.ForeignRecord)]
    public async Task AnswerThatIsNotOurs_IsNeverTakenForSuccess(FlintFault fault)
    {
        _bench.Flint.Fail(fault);
        var lid = await _bench.CreateLinkAsync();

        await _bench.CycleAsync();
        Assert.NotEqual(RecordState.Ready, (await _bench.LinkAsync(lid))!.State);
        await _bench.RunAsync(TimeSpan.FromMinutes(1));

        Assert.Equal(RecordState.Ready, (await _bench.LinkAsync(lid))!.State);
        Assert.Equal("pl_1", (await _bench.LinkAsync(lid))!.Snapshot!.RemoteId);
        Assert.Single(_bench.Flint.Ledger);
    }

    [Fact]
    public async Task ServerErrorAfterTheWork_IsFoundAndNotDoubled()
    {
        _bench.Flint.Fail(FlintFault.ErrorAfterWork);
        await _bench.CreateLinkAsync();

        await _bench.RunAsync(TimeSpan.FromMinutes(2));

        Assert.Single(_bench.Flint.Ledger);
        Assert.Single(_bench.Flint.Sent);
    }

    [Fact]
    public async Task ServerErrorBeforeTheWork_IsResentOnlyAfterLooksOverAMinute()
    {
        _bench.Flint.Fail(FlintFault.ErrorBeforeWork);
        await _bench.CreateLinkAsync();

        await _bench.RunAsync(TimeSpan.FromMinutes(2));

        Assert.Single(_bench.Flint.Ledger);
        Assert.Equal(2, _bench.Flint.Sent.Count);
        Assert.True(_bench.Flint.Sent[1].At - _bench.Flint.Sent[0].At >= TimeSpan.FromSeconds(60));
    }

    [Fact]
    public async Task InProgress_IsLookedUpThenResentUnderTheSameKey()
    {
        _bench.Flint.Fail(FlintFault.InProgress);
        await _bench.CreateLinkAsync();

        await _bench.RunAsync(TimeSpan.FromSeconds(30));

        Assert.Single(_bench.Flint.Ledger);
        Assert.Single(_bench.Flint.Sent.Select(sent => sent.Key).Distinct());
        Assert.True(_bench.Flint.Sent[1].At - _bench.Flint.Sent[0].At >= TimeSpan.FromSeconds(2));
    }

    [Fact]
    public async Task FailureKeptUnderTheKey_GetsANewKeyOnlyAfterTwoQuietLooks()
    {
        _bench.Flint.Fail(FlintFault.KeptError);
        await _bench.CreateLinkAsync();

        await _bench.RunAsync(TimeSpan.FromMinutes(15));

        Assert.Single(_bench.Flint.Ledger);
        Assert.Equal(2, _bench.Flint.Sent.Select(sent => sent.Key).Distinct().Count());
        var spent = _bench.Flint.Sent.Last(sent => sent.Key == _bench.Flint.Sent[0].Key);
        Assert.True(_bench.Flint.Sent[^1].At - spent.At >= 2 * new SyncOptions().QuietTime);
        Assert.All(_bench.Flint.Sent, sent => Assert.Equal(_bench.Flint.Sent[0].Request, sent.Request));
    }

    [Fact]
    public async Task KeyOlderThanTheWindow_IsNotSentBeforeTwoQuietLooks()
    {
        _bench.Flint.IsDown = true;
        await _bench.CreateLinkAsync();
        await _bench.RunAsync(TimeSpan.FromHours(21));
        var back = _bench.Time.GetUtcNow();
        _bench.Flint.IsDown = false;

        await _bench.RunAsync(TimeSpan.FromMinutes(15));

        var sent = Assert.Single(_bench.Flint.Sent);
        Assert.True(sent.At - back >= new SyncOptions().QuietTime, $"{sent.At - back}");
        Assert.Single(_bench.Flint.Ledger);
        Assert.Equal(1, _bench.Store.Operations.Single().Generation);
    }

    [Fact]
    public async Task LostReplyThenADayOffline_IsFoundAndNotDoubled()
    {
        _bench.Flint.Fail(FlintFault.LostReply);
        await _bench.CreateLinkAsync();
        _bench.Flint.DuringSend = () => _bench.Flint.IsDown = true;
        await _bench.RunAsync(TimeSpan.FromHours(30));
        _bench.Flint.DuringSend = null;
        _bench.Flint.IsDown = false;

        await _bench.RunAsync(TimeSpan.FromMinutes(15));

        Assert.True(_bench.Store.Operations.Single().IsFinal);
        Assert.Single(_bench.Flint.Ledger);
    }

    [Fact]
    public async Task SessionFoundWithoutItsUrl_IsReplayedForTheUrl()
    {
        _bench.Flint.WithholdsUrls = true;
        var lid = await _bench.ChargeAsync();
        _bench.Flint.Fail();
        var sends = 0;
        _bench.Flint.DuringSend = () =>
        {
            if (++sends == 1)
            {
                _bench.Flint.Fail(FlintFault.LostReply);
            }
        };

        await _bench.RunAsync(TimeSpan.FromMinutes(1));

        Assert.Single(_bench.Flint.Ledger.OfType<CheckoutSessionSnapshot>());
        Assert.NotNull((await _bench.CheckoutAsync(lid)).Session!.Url);
    }

    public void Dispose() => _bench.Dispose();
}
