using Flint.Operator.Core.Activity;
using Flint.Operator.Core.Sync.Operations;
using Flint.Operator.Core.Sync.Outbox;
using Flint.Operator.Testing.Api;
using Flint.Operator.Testing.Sync;

namespace Flint.Operator.Core.Tests.Activity;

public sealed class RecordHistoryTests : IDisposable
{
    private readonly SyncBench _bench = new();

    [Fact]
    public async Task Of_ACheckoutThatWentThrough_TellsBothStepsInOrderWithTheirRequests()
    {
        var lid = await _bench.ChargeAsync();
        await _bench.RunAsync(TimeSpan.FromMinutes(1));

        var told = await ToldAsync(lid);

        Assert.Equal(
            ["Asked CreateOrder", "Asked CreateCheckoutSession", "Sent CreateOrder", "Done CreateOrder", "Sent CreateCheckoutSession", "Done CreateCheckoutSession"],
            told.Select(Word));
        Assert.All(told.Where(e => e.Kind == HistoryEventKind.Sent), e => Assert.NotEmpty(e.Attempt!.RequestId!));
        Assert.Equal("sync", told[^1].Who);
    }

    [Fact]
    public async Task Of_ALinkWhoseRequestWasLost_TellsThatItWasLookedForBeforeItWasSentAgain()
    {
        var lid = await _bench.CreateLinkAsync();
        _bench.Flint.Fail(FlintFault.LostRequest);
        await _bench.RunAsync(TimeSpan.FromMinutes(10));

        var told = (await ToldAsync(lid)).Select(Word).ToList();

        Assert.Equal("Asked CreatePaymentLink", told[0]);
        Assert.Equal("Sent CreatePaymentLink", told[1]);
        Assert.Contains("Looked CreatePaymentLink", told);
        Assert.Equal(["Sent CreatePaymentLink", "Done CreatePaymentLink"], told.TakeLast(2));
    }

    [Fact]
    public async Task Of_ALinkThatWasTakenBack_NamesWhoDidIt()
    {
        var lid = await _bench.CreateLinkAsync();
        await _bench.Get<OutboxOperations>().CancelAsync((await _bench.LinkAsync(lid))!.Creation!.Id, CancellationToken.None);

        var told = await ToldAsync(lid);

        Assert.Equal(["Asked CreatePaymentLink", "GivenUp CreatePaymentLink"], told.Select(Word));
        Assert.NotEqual(AuditTrail.Engine, told[^1].Who);
    }

    [Theory]
    [InlineData("payment link created")]
    [InlineData("nothing -> Ready, generation 0, attempt 0")]
    [InlineData("Ready -> Somewhere by Hurried, generation 0, attempt 0")]
    [InlineData("")]
    public void ReadMove_OfALineThatIsNone_IsNull(string line) => Assert.Null(AuditTrail.ReadMove(line));

    public void Dispose() => _bench.Dispose();

    private static string Word(HistoryEvent told) => $"{told.Kind} {told.Intent.GetType().Name}";

    private async Task<IReadOnlyList<HistoryEvent>> ToldAsync(string lid) => RecordHistory.Of(await _bench.Get<IActivityStore>().ListTrailsAsync(lid, CancellationToken.None));
}
