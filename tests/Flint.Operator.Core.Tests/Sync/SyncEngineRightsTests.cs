using Flint.Operator.Core.Account;
using Flint.Operator.Core.Sync;
using Flint.Operator.Core.Sync.Connections;
using Flint.Operator.Core.Sync.Operations;
using Flint.Operator.Testing.Api;
using Flint.Operator.Testing.Sync;

namespace Flint.Operator.Core.Tests.Sync;

/// <summary>A key without the right to one kind of record holds back that kind and nothing else (invariant 15).</summary>
public sealed class SyncEngineRightsTests : IDisposable
{
    private static readonly string[] AllButLinks = ["checkouts.checkout_sessions.write", "commerce.orders.write"];

    private readonly SyncBench _bench = new();

    [Fact]
    public async Task RightMissing_ByWhatTheApiNames_HoldsBackThatKindAlone()
    {
        _bench.Flint.Scopes = AllButLinks;
        _bench.Flint.Forbidden.Add(RecordKind.PaymentLink);
        await _bench.CreateLinkAsync();
        await _bench.ChargeAsync();

        var took = await WhenSoldAsync();

        Assert.Equal(TimeSpan.Zero, took);
        Assert.Null(_bench.Monitor.Status.Pause);
        Assert.DoesNotContain(_bench.Flint.Sent, write => write.Kind == RecordKind.PaymentLink);
        Assert.Equal((OperationState.Ready, 0), (LinkOperation.State, LinkOperation.Attempts));
        Assert.Equal(["checkouts.payment_links.write"], _bench.Monitor.Status.Rights.Lacking);
    }

    [Fact]
    public async Task RightMissing_ToldOnlyByARefusal_HoldsBackThatKindAlone()
    {
        _bench.Flint.Forbidden.Add(RecordKind.PaymentLink);
        await _bench.CreateLinkAsync();
        await _bench.ChargeAsync();

        Assert.InRange((await WhenSoldAsync())!.Value, TimeSpan.Zero, TimeSpan.FromSeconds(1));
        Assert.Null(_bench.Monitor.Status.Pause);
        Assert.Equal((OperationState.Ready, 0, 0), (LinkOperation.State, LinkOperation.Sent, LinkOperation.Failures));
    }

    [Fact]
    public async Task RightMissing_AllDay_IsTriedOnceAMinute()
    {
        _bench.Flint.Forbidden.Add(RecordKind.PaymentLink);
        await _bench.CreateLinkAsync();
        await _bench.CreateLinkAsync("Another");

        await _bench.RunAsync(TimeSpan.FromMinutes(10));

        // Each of the lanes may have one on its way when the first refusal comes.
        Assert.InRange(_bench.Flint.Sent.Count, 5, 24);
        Assert.All(_bench.Store.Operations, operation => Assert.Equal((OperationState.Ready, 0), (operation.State, operation.Failures)));
    }

    [Fact]
    public async Task RightGranted_WhileItWaits_SendsWithinTwoMinutes()
    {
        _bench.Flint.Scopes = AllButLinks;
        _bench.Flint.Forbidden.Add(RecordKind.PaymentLink);
        await _bench.CreateLinkAsync();
        await _bench.RunAsync(TimeSpan.FromMinutes(5));

        _bench.Flint.Scopes = [.. AllButLinks, "checkouts.payment_links.write"];
        _bench.Flint.Forbidden.Clear();
        var settled = await _bench.RunAsync(TimeSpan.FromMinutes(3));

        Assert.InRange(settled!.Value, TimeSpan.Zero, TimeSpan.FromMinutes(2));
        Assert.Empty(_bench.Monitor.Status.Rights.Lacking);
    }

    [Fact]
    public async Task ReadingForbidden_OfTheKindThatIsPulledFirst_TheOthersArePulled()
    {
        _bench.Flint.Forbidden.Add(RecordKind.PaymentLink);
        await _bench.CycleAsync();

        Assert.Null(_bench.Monitor.Status.Pause);
        Assert.Null((await _bench.Store.LoadCursorAsync(RecordKind.PaymentLink, CancellationToken.None)).Watermark);
        Assert.NotNull((await _bench.Store.LoadCursorAsync(RecordKind.CheckoutSession, CancellationToken.None)).Watermark);
    }

    [Fact]
    public async Task InDoubt_WithTheRightToReadAlone_IsStillLookedFor()
    {
        _bench.Flint.Fail(FlintFault.LostRequest);
        await _bench.CreateLinkAsync();
        await _bench.CycleAsync();
        _bench.Flint.Scopes = [.. AllButLinks, "checkouts.payment_links.read"];
        _bench.Connection.Use(_bench.Connection.Current with { ApiKey = "flint_test_reader" });

        await _bench.RunAsync(TimeSpan.FromMinutes(2));

        Assert.Equal((OperationState.Ready, 2), (LinkOperation.State, LinkOperation.Doubt!.AbsentLooks));
        Assert.Single(_bench.Flint.Sent);
    }

    [Fact]
    public async Task OpenSessionsForbidden_InALook_HoldsBackSessionsAlone()
    {
        using var bench = new SyncBench(through: gateway => new OpenSessionsForbidden(gateway));
        await bench.ChargeAsync();
        bench.Flint.DuringSend = () =>
        {
            // The order's reply comes, the session's request is lost.
            bench.Flint.DuringSend = null;
            bench.Flint.Fail(FlintFault.LostRequest);
        };
        await bench.CycleAsync();
        await bench.CreateLinkAsync();

        await bench.RunAsync(TimeSpan.FromSeconds(30));

        Assert.Null(bench.Monitor.Status.Pause);
        Assert.Equal([RecordKind.Order, RecordKind.PaymentLink], bench.Store.Operations.Where(operation => operation.IsFinal).Select(operation => operation.Intent.Kind));
    }

    [Fact]
    public void Hear_WhoseKeyItIsRefusedForARight_PausesTheAccount()
    {
        _bench.Get<SyncContext>().Hear(new GatewayResult<AuthContext>.Answered(new ApiProblem { Status = 403, Code = "INSUFFICIENT_SCOPE" }, new ResponseInfo { Status = 403 }));

        Assert.IsType<AccountPause.KeyRefused>(_bench.Monitor.Status.Pause);
    }

    public void Dispose() => _bench.Dispose();

    private Operation LinkOperation => _bench.Store.Operations.Single(operation => operation.Intent.Kind == RecordKind.PaymentLink);

    private async Task<TimeSpan?> WhenSoldAsync()
    {
        var start = _bench.Time.GetUtcNow();
        await _bench.RunAsync(TimeSpan.FromMinutes(10));
        return _bench.Store.Operations.Where(operation => operation.Intent.Kind != RecordKind.PaymentLink).Max(operation => operation.SettledAt) - start;
    }

    private sealed class OpenSessionsForbidden(IOperationGateway inner) : PassThroughGateway(inner)
    {
        public override Task<GatewayResult<IReadOnlyList<RemoteRecord>>> FindOpenSessionsAsync(string orderId, CancellationToken cancellationToken) =>
            Task.FromResult<GatewayResult<IReadOnlyList<RemoteRecord>>>(
                new GatewayResult<IReadOnlyList<RemoteRecord>>.Answered(new ApiProblem { Status = 403, Code = "INSUFFICIENT_SCOPE" }, new ResponseInfo { Status = 403 }));
    }
}
