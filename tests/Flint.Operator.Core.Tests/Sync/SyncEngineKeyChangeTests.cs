using Flint.Operator.Core.Account;
using Flint.Operator.Core.Amounts;
using Flint.Operator.Core.PaymentLinks;
using Flint.Operator.Core.Sync;
using Flint.Operator.Core.Sync.Connections;
using Flint.Operator.Core.Sync.Operations;
using Flint.Operator.Core.Sync.Pull;
using Flint.Operator.Core.Sync.Push;
using Flint.Operator.Testing.Api;
using Flint.Operator.Testing.Sync;

namespace Flint.Operator.Core.Tests.Sync;

/// <summary>A key that is changed in the middle of a cycle: nothing of one account is read or sent with the key of another.</summary>
public sealed class SyncEngineKeyChangeTests : IDisposable
{
    private static readonly AccountIdentity Other = new("mer_2", "sandbox", "test_2");

    private readonly SyncBench _bench;
    private readonly List<PullQuery> _pulls = [];
    private Action? _beforeSend;
    private Action? _beforeFind;
    private Action? _beforeSecondPage;

    public SyncEngineKeyChangeTests() => _bench = new SyncBench(through: gateway => new Interrupted(gateway, this));

    [Fact]
    public async Task InAPull_NoPageOfTheOtherAccountIsStoredUnderTheFirst()
    {
        _bench.Flint.PageSize = 2;
        AddLinks(6);
        _beforeSecondPage = ChangeKey;

        await _bench.CycleAsync();

        Assert.Equal(2, (await _bench.Get<IPaymentLinkStore>().ListAsync(null, 100, CancellationToken.None)).Count);
        Assert.Equal(_pulls[1], _pulls[^1]);
        Assert.Equal("2", (await _bench.Store.LoadCursorAsync(RecordKind.PaymentLink, CancellationToken.None)).PageToken);
    }

    [Fact]
    public async Task InAPull_TheNextCycleReadsAllOfTheOtherAccount()
    {
        _bench.Flint.PageSize = 2;
        AddLinks(6);
        _beforeSecondPage = () =>
        {
            ChangeKey();
            foreach (var link in _bench.Flint.Ledger.ToList())
            {
                _bench.Flint.Remove(link.RemoteId);
            }

            AddLinks(5, "other");
        };
        await _bench.CycleAsync();

        await _bench.CycleAsync();

        Assert.Equal(Other, _bench.Monitor.Status.Account);
        Assert.Equal(5, (await _bench.Get<IPaymentLinkStore>().ListAsync(null, 100, CancellationToken.None)).Count);
    }

    [Fact]
    public async Task InAPush_TheOperationIsNotSentWithTheOtherKey()
    {
        await _bench.CycleAsync();
        await _bench.CreateLinkAsync();
        _beforeSend = ChangeKey;

        await _bench.RunAsync(TimeSpan.FromMinutes(5));

        Assert.Empty(_bench.Flint.Sent);
        var operation = _bench.Store.Operations.Single();
        Assert.Equal((OperationState.Ready, 0, 0), (operation.State, operation.Sent, operation.Failures));
    }

    [Fact]
    public async Task InALook_WhatTheOtherAccountLacksIsNoProofOfAbsence()
    {
        _bench.Flint.Fail(FlintFault.LostRequest);
        await _bench.CreateLinkAsync();
        _beforeFind = ChangeKey;

        await _bench.CycleAsync();
        await _bench.RunAsync(TimeSpan.FromMinutes(5));

        var operation = _bench.Store.Operations.Single();
        Assert.Equal((OperationState.Unknown, 0), (operation.State, operation.Doubt!.AbsentLooks));
        Assert.Single(_bench.Flint.Sent);
    }

    [Fact]
    public async Task WhoAmI_AnsweredByNobodyWhoKnows_SendsNothingAndProbesLikeAnyTrouble()
    {
        _bench.Flint.WhoIsUnknown = true;
        await _bench.CreateLinkAsync();

        await _bench.CycleAsync();

        Assert.Empty(_bench.Flint.Sent);
        Assert.Equal(Connectivity.Limited, _bench.Monitor.Status.Connectivity);
        Assert.InRange(await _bench.Get<SyncTimetable>().NextWaitAsync(CancellationToken.None), TimeSpan.FromSeconds(5), TimeSpan.FromSeconds(10));
    }

    public void Dispose() => _bench.Dispose();

    private void ChangeKey()
    {
        _bench.Flint.Account = Other;
        _bench.Connection.Use(_bench.Connection.Current with { ApiKey = "flint_test_other" });
    }

    private void AddLinks(int count, string whose = "first")
    {
        for (var i = 0; i < count; i++)
        {
            _bench.Flint.Add(new PaymentLinkSnapshot
            {
                RemoteId = $"pl_{whose}_{i}",
                Title = $"Dues {i}",
                AmountMoney = new Money(100, Currency.Of("USD")),
                IsActive = true,
                Url = $"https://checkout.withflintpay.com/pay/pl_{whose}_{i}",
                Version = 1,
                CompletedCount = 0,
            });
        }
    }

    // Once each: what happens just before a request of its kind would leave.
    private sealed class Interrupted(IOperationGateway inner, SyncEngineKeyChangeTests test) : PassThroughGateway(inner)
    {
        public override Task<GatewayResult<RemoteRecord>> SendAsync(RecordKind kind, WireRequest request, string idempotencyKey, string requestId, CancellationToken cancellationToken)
        {
            Interlocked.Exchange(ref test._beforeSend, null)?.Invoke();
            return base.SendAsync(kind, request, idempotencyKey, requestId, cancellationToken);
        }

        public override Task<GatewayResult<IReadOnlyList<RemoteRecord>>> FindAsync(RecordKind kind, string reference, CancellationToken cancellationToken)
        {
            Interlocked.Exchange(ref test._beforeFind, null)?.Invoke();
            return base.FindAsync(kind, reference, cancellationToken);
        }

        public override Task<GatewayResult<RemotePage>> ListAsync(PullQuery query, CancellationToken cancellationToken)
        {
            test._pulls.Add(query);
            if (query.PageToken is not null)
            {
                Interlocked.Exchange(ref test._beforeSecondPage, null)?.Invoke();
            }

            return base.ListAsync(query, cancellationToken);
        }
    }
}
