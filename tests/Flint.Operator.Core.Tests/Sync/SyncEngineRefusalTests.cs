using Flint.Operator.Core.Amounts;
using Flint.Operator.Core.Checkouts;
using Flint.Operator.Core.PaymentLinks;
using Flint.Operator.Core.Settings;
using Flint.Operator.Core.Sync;
using Flint.Operator.Core.Sync.Operations;
using Flint.Operator.Core.Sync.Outbox;
using Flint.Operator.Testing.Api;
using Flint.Operator.Testing.Stores;
using Flint.Operator.Testing.Sync;

namespace Flint.Operator.Core.Tests.Sync;

/// <summary>What a person does about refused, stale and unwanted operations.</summary>
public sealed class SyncEngineRefusalTests : IDisposable
{
    private readonly SyncBench _bench = new();

    [Fact]
    public async Task Refused_WaitsForAPersonAndDelaysNoOther()
    {
        _bench.Flint.Fail(FlintFault.Refused);
        var refused = await _bench.CreateLinkAsync("Refused");
        var other = await _bench.CreateLinkAsync("Other");

        await _bench.RunAsync(TimeSpan.FromMinutes(10));

        Assert.Equal(RecordState.RefusedNeedsYou, (await _bench.LinkAsync(refused))!.State);
        Assert.Equal("VALIDATION_ERROR", (await _bench.LinkAsync(refused))!.Creation!.Problem!.Code);
        Assert.Equal(RecordState.Ready, (await _bench.LinkAsync(other))!.State);
        Assert.Equal(2, _bench.Flint.Sent.Count);
    }

    [Fact]
    public async Task Corrected_IsANewOperationWithItsOwnKeyAndReference()
    {
        _bench.Flint.Fail(FlintFault.Refused);
        var lid = await _bench.CreateLinkAsync("Wrong");
        await _bench.CycleAsync();

        var refused = _bench.Store.Operations.Single();
        await _bench.Get<PaymentLinkOperations>().CorrectAsync(refused.Id, new PaymentLinkDraft("Right", new Money(100, Currency.Of("USD"))), CancellationToken.None);
        await _bench.CycleAsync();

        var link = (await _bench.LinkAsync(lid))!;
        Assert.Equal(("Right", RecordState.Ready), (link.Title, link.State));
        Assert.Equal(2, _bench.Flint.Sent.Select(sent => sent.Key).Distinct().Count());
        Assert.NotEqual(refused.Reference, _bench.Flint.Ledger.Single().Reference);
        Assert.Equal(OperationState.Superseded, _bench.Store.Operations.Single(operation => operation.Id == refused.Id).State);
    }

    [Fact]
    public async Task CorrectedOrder_ReleasesItsWaitingSession()
    {
        _bench.Flint.Fail(FlintFault.Refused);
        var lid = await _bench.ChargeAsync();
        await _bench.CycleAsync();
        Assert.Empty(_bench.Flint.Ledger);

        var refused = _bench.Store.Operations.Single(operation => operation.State == OperationState.Refused);
        var draft = new CheckoutDraft { LineItems = [new LineItem("Registration", 1, new Money(100, Currency.Of("USD")))] };
        Assert.IsType<SaveOutcome.Saved>(await _bench.Get<CheckoutOperations>().CorrectAsync(refused.Id, draft, CancellationToken.None));
        await _bench.CycleAsync();

        Assert.Equal(RecordState.Ready, (await _bench.CheckoutAsync(lid)).StateAt(_bench.Time.GetUtcNow()));
        Assert.Single(_bench.Flint.Ledger.OfType<CheckoutSessionSnapshot>());
    }

    [Fact]
    public async Task Discarded_TakesWhatWaitedForItAlong()
    {
        _bench.Flint.Fail(FlintFault.Refused);
        await _bench.ChargeAsync();
        await _bench.CycleAsync();

        var refused = _bench.Store.Operations.Single(operation => operation.State == OperationState.Refused);
        await _bench.Get<OutboxOperations>().DiscardAsync(refused.Id, CancellationToken.None);
        await _bench.RunAsync(TimeSpan.FromMinutes(1));

        Assert.Equal([OperationState.Dropped, OperationState.Cancelled], _bench.Store.Operations.Select(operation => operation.State));
        Assert.Empty(_bench.Flint.Ledger);
        Assert.Contains(_bench.Store.Audit, line => line.Who == "Operator" && line.What.Contains("discarded", StringComparison.Ordinal));
    }

    [Fact]
    public async Task CancelledBeforeItWasSent_CostsNoCall()
    {
        _bench.Flint.IsDown = true;
        await _bench.ChargeAsync();
        var order = _bench.Store.Operations[0];

        Assert.IsType<SaveOutcome.Saved>(await _bench.Get<OutboxOperations>().CancelAsync(order.Id, CancellationToken.None));
        _bench.Flint.IsDown = false;
        await _bench.RunAsync(TimeSpan.FromMinutes(1));

        Assert.Empty(_bench.Flint.Sent);
        Assert.All(_bench.Store.Operations, operation => Assert.Equal(OperationState.Cancelled, operation.State));
    }

    [Fact]
    public async Task CancelAfterItWasSent_IsTooLate()
    {
        _bench.Flint.Fail(FlintFault.LostRequest);
        await _bench.CreateLinkAsync();
        await _bench.CycleAsync();

        Assert.IsType<SaveOutcome.TooLate>(await _bench.Get<OutboxOperations>().CancelAsync(_bench.Store.Operations.Single().Id, CancellationToken.None));
    }

    [Fact]
    public async Task StaleCheckout_AsksWhileLinksFlow()
    {
        _bench.Flint.IsDown = true;
        var link = await _bench.CreateLinkAsync();
        var checkout = await _bench.ChargeAsync();
        await _bench.RunAsync(TimeSpan.FromMinutes(31));
        _bench.Flint.IsDown = false;

        await _bench.RunAsync(TimeSpan.FromMinutes(5));

        Assert.Equal(RecordState.Ready, (await _bench.LinkAsync(link))!.State);
        Assert.Equal(RecordState.NeedsYou, (await _bench.CheckoutAsync(checkout)).StateAt(_bench.Time.GetUtcNow()));
        Assert.Single(_bench.Flint.Ledger);
    }

    [Fact]
    public void StaleCheckout_WhoseClockWasSetBack_AsksAllTheSame()
    {
        var options = new SyncOptions();
        var born = new Moment(_bench.Time.GetUtcNow(), null, TimeSpan.FromHours(1), "run");
        var charge = new Operation
        {
            Id = "01M2FEW700VVVVVVVVVVVVVVVV", Position = 1, Aggregate = "order", Lid = "order", State = OperationState.Ready, OperatorName = "Ada", CreatedAt = born.Wall, KeyBorn = born,
            Intent = new OperationIntent.CreateOrder(new CheckoutDraft { LineItems = [] }),
        };

        // Forty hours back by the wall clock, half an hour on by the one that nobody can set.
        var now = born with { Wall = born.Wall.AddHours(-40), Monotonic = born.Monotonic + options.TriageAge };

        Assert.IsType<OperationEvent.GrewStale>(Assert.IsType<NextStep.Note>(OperationSchedule.Next(charge, now, options)).Event);
    }

    [Theory]
    [InlineData(4, false, OperationState.Done)]
    [InlineData(6, false, OperationState.Triage)]
    [InlineData(60 * 12, true, OperationState.Done)]
    [InlineData(60 * 25, true, OperationState.Triage)]
    public async Task ChargeThatWaited_LongerThanIsSet_AsksFirst(int minutes, bool isSentAway, OperationState expected)
    {
        await _bench.Settings.SaveAsync(OperatorSettings.Default with { AskAfter = TimeSpan.FromMinutes(5) }, CancellationToken.None);
        _bench.Flint.IsDown = true;
        await _bench.ChargeAsync(StoreSamples.Charge() with { IsSentAway = isSentAway });
        _bench.Time.Advance(TimeSpan.FromMinutes(minutes));
        _bench.Flint.IsDown = false;

        await _bench.RunAsync(TimeSpan.FromSeconds(30));

        Assert.Equal(expected, _bench.Store.Operations[0].State);
    }

    [Theory]
    [InlineData(false, 600)]
    [InlineData(true, 7200)]
    public async Task Session_ForABuyerHereOrAway_LivesAsLongAsIsSet(bool isSentAway, int seconds)
    {
        var settings = OperatorSettings.Default with { InPersonSessionLife = TimeSpan.FromMinutes(10), SentSessionLife = TimeSpan.FromHours(2) };
        await _bench.Settings.SaveAsync(settings, CancellationToken.None);
        var lid = await _bench.ChargeAsync(StoreSamples.Charge() with { IsSentAway = isSentAway });
        await _bench.RunAsync(TimeSpan.FromSeconds(5));
        await _bench.Get<CheckoutOperations>().RenewAsync(lid, CancellationToken.None);

        IReadOnlyList<TimeSpan> lives = [.. _bench.Store.Operations.Select(operation => operation.Intent).OfType<OperationIntent.CreateCheckoutSession>().Select(intent => intent.Life)];
        Assert.Equal([TimeSpan.FromSeconds(seconds), TimeSpan.FromSeconds(seconds)], lives);
    }

    [Fact]
    public async Task StaleCheckoutReleased_IsCreatedWithItsSession()
    {
        await MakeStaleAsync();

        await _bench.Get<OutboxOperations>().ReleaseAsync(Triaged().Id, CancellationToken.None);
        await _bench.RunAsync(TimeSpan.FromSeconds(30));

        Assert.Single(_bench.Flint.Ledger.OfType<OrderSnapshot>());
        Assert.Single(_bench.Flint.Ledger.OfType<CheckoutSessionSnapshot>());
    }

    [Fact]
    public async Task StaleCheckoutConverted_BecomesALinkOfTheSameTotal()
    {
        await MakeStaleAsync();

        await _bench.Get<OutboxOperations>().ConvertAsync(Triaged().Id, CancellationToken.None);
        await _bench.RunAsync(TimeSpan.FromSeconds(30));

        Assert.Equal(20100, Assert.IsType<PaymentLinkSnapshot>(Assert.Single(_bench.Flint.Ledger)).AmountMoney!.Minor);
        Assert.All(_bench.Store.Operations, operation => Assert.True(operation.IsFinal));
    }

    [Fact]
    public async Task SendNow_ClearsTheBackoff()
    {
        _bench.Flint.Fail(FlintFault.LostRequest, FlintFault.LostRequest, FlintFault.LostRequest, FlintFault.LostRequest, FlintFault.LostRequest, FlintFault.LostRequest);
        await _bench.CreateLinkAsync();
        for (var tries = 0; tries < 50 && _bench.Store.Operations.Single().Backoff is null or { For.TotalMilliseconds: < 100 }; tries++)
        {
            await _bench.CycleAsync();
            _bench.Time.Advance(TimeSpan.FromSeconds(5));
        }

        Assert.NotNull(_bench.Store.Operations.Single().Backoff);
        await _bench.Get<OutboxOperations>().SendNowAsync(_bench.Store.Operations.Single().Id, CancellationToken.None);

        Assert.Null(_bench.Store.Operations.Single().Backoff);
    }

    public void Dispose() => _bench.Dispose();

    private async Task MakeStaleAsync()
    {
        _bench.Flint.IsDown = true;
        await _bench.ChargeAsync();
        await _bench.RunAsync(TimeSpan.FromMinutes(31));
        _bench.Flint.IsDown = false;
        await _bench.RunAsync(TimeSpan.FromSeconds(30));
    }

    private Operation Triaged() => _bench.Store.Operations.Single(operation => operation.State == OperationState.Triage);
}
