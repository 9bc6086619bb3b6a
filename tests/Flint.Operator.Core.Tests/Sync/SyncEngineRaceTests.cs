using Flint.Operator.Core.Checkouts;
using Flint.Operator.Core.PaymentLinks;
using Flint.Operator.Core.Sync;
using Flint.Operator.Core.Sync.Connections;
using Flint.Operator.Core.Sync.Operations;
using Flint.Operator.Testing.Api;
using Flint.Operator.Testing.Sync;

namespace Flint.Operator.Core.Tests.Sync;

/// <summary>A tap is read on what a moment ago was true: sync may have moved on before it is written.</summary>
public sealed class SyncEngineRaceTests : IDisposable
{
    private readonly SyncBench _bench;
    private bool _looksFail;

    public SyncEngineRaceTests() => _bench = new SyncBench(through: gateway => new Looks(gateway, () => _looksFail));

    [Fact]
    public async Task Tap_OnWhatIsDoneByTheTimeItIsWritten_DoesNotWaitForEver()
    {
        var lid = await _bench.CreateLinkAsync();
        var creation = _bench.Store.Operations.Single();
        await _bench.CycleAsync();

        // The screen read the link while it was on its way.
        var pause = creation with { Id = "01M2FEW700VVVVVVVVVVVVVVVV", Position = 0, Lid = lid, State = OperationState.Waiting, Needs = [creation.Id], Intent = new OperationIntent.SetPaymentLinkActive(IsActive: false) };
        await _bench.Get<IOperatorStore>().CommitTapAsync([new StoreChange.AddOperation(pause)]);
        await _bench.RunAsync(TimeSpan.FromMinutes(1));

        Assert.All(_bench.Store.Operations, operation => Assert.Equal(OperationState.Done, operation.State));
        Assert.False(_bench.Flint.Ledger.OfType<PaymentLinkSnapshot>().Single().IsActive);
    }

    [Fact]
    public async Task RecordThatThisDeviceHoldsAsSomebodyElses_EndsTheOperationAndNothingElse()
    {
        _looksFail = true;
        _bench.Flint.Fail(FlintFault.LostReply);
        await _bench.CreateLinkAsync();
        await _bench.CycleAsync();

        // Its reference is edited in the dashboard, and the pull takes it for somebody else's before it is sent again.
        _bench.Flint.Change<PaymentLinkSnapshot>(_bench.Flint.Ledger.Single().RemoteId, link => link with { Reference = "edited" });
        await _bench.RunAsync(TimeSpan.FromMinutes(2));
        _looksFail = false;
        await _bench.RunAsync(TimeSpan.FromMinutes(10));

        Assert.Equal(OperationState.Superseded, _bench.Store.Operations.Single().State);
        Assert.Single(_bench.Flint.Ledger);
        await _bench.CreateLinkAsync("Another");
        await _bench.RunAsync(TimeSpan.FromMinutes(1));
        Assert.Equal(OperationState.Done, _bench.Store.Operations[^1].State);
    }

    [Fact]
    public async Task AnswerThatCannotBeWritten_IsLookedUpInTheSameRun()
    {
        await _bench.CreateLinkAsync();
        _bench.Store.AfterCommit = changes =>
        {
            if (changes.Any(change => change is StoreChange.StartAttempt))
            {
                _bench.Store.AfterCommit = null;
                _bench.Store.BeforeCommit = _ =>
                {
                    _bench.Store.BeforeCommit = null;
                    throw new InvalidOperationException("A commit breaks a rule of the schema.");
                };
            }
        };

        await Assert.ThrowsAsync<InvalidOperationException>(_bench.CycleAsync);
        await _bench.RunAsync(TimeSpan.FromMinutes(1));

        Assert.Equal(OperationState.Done, _bench.Store.Operations.Single().State);
        Assert.Single(_bench.Flint.Ledger);
    }

    [Fact]
    public async Task BugInOneRecord_DelaysNoOther()
    {
        var stuck = await _bench.CreateLinkAsync("Stuck");
        _bench.Store.BeforeCommit = changes =>
        {
            if (changes.Any(change => change is StoreChange.UpdateOperation { Operation: { Lid: var lid, Intent.IsCreate: true } } && lid == stuck))
            {
                throw new InvalidOperationException("A commit breaks a rule of the schema.");
            }
        };
        await Assert.ThrowsAsync<InvalidOperationException>(_bench.CycleAsync);
        await _bench.CreateLinkAsync("Another");
        await _bench.CycleAsync();

        Assert.Equal("Another", Assert.Single(_bench.Flint.Ledger.OfType<PaymentLinkSnapshot>()).Title);
        Assert.Equal(OperationState.Ready, _bench.Store.Operations[0].State);

        _bench.Store.BeforeCommit = null;
        await _bench.RunAsync(TimeSpan.FromMinutes(6));
        Assert.Equal(2, _bench.Flint.Ledger.Count);
    }

    [Fact]
    public async Task Replacement_NobodyReleasedIt_IsAskedAboutWhenItGrewStale()
    {
        var lid = await _bench.ChargeAsync();
        await _bench.CycleAsync();
        await _bench.Get<CheckoutOperations>().RenewAsync(lid, CancellationToken.None);
        var old = _bench.Flint.Ledger.OfType<CheckoutSessionSnapshot>().Single();
        _bench.Flint.DuringSend = () =>
        {
            // Ended just before the renewal arrives, and then the line is gone for the night.
            _bench.Flint.DuringSend = null;
            _bench.Flint.Change<CheckoutSessionSnapshot>(old.RemoteId, session => session with { Status = "expired" });
        };
        await _bench.CycleAsync();
        _bench.Time.Advance(TimeSpan.FromSeconds(2));
        _bench.Flint.Fail(FlintFault.NotSent, FlintFault.NotSent, FlintFault.NotSent);
        await _bench.CycleAsync();
        _bench.Flint.IsDown = true;
        _bench.Time.Advance(TimeSpan.FromHours(9));
        _bench.Flint.IsDown = false;

        await _bench.RunAsync(TimeSpan.FromMinutes(10));

        Assert.Equal(OperationState.Triage, _bench.Store.Operations[^1].State);
    }

    public void Dispose() => _bench.Dispose();

    private sealed class Looks(IOperationGateway inner, Func<bool> fail) : PassThroughGateway(inner)
    {
        public override async Task<GatewayResult<IReadOnlyList<RemoteRecord>>> FindAsync(RecordKind kind, string reference, CancellationToken cancellationToken) =>
            fail() ? new GatewayResult<IReadOnlyList<RemoteRecord>>.NoAnswer(NetworkFault.Broken) : await base.FindAsync(kind, reference, cancellationToken);
    }
}
