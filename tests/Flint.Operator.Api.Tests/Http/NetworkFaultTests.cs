using System.Net;
using System.Net.Sockets;
using Flint.Operator.Core.Sync;
using Flint.Operator.Core.Sync.Connections;

namespace Flint.Operator.Api.Tests.Http;

public sealed class NetworkFaultTests : IDisposable
{
    private readonly ApiRig _rig = new();

    public void Dispose() => _rig.Dispose();

    [Theory]
    [InlineData(HttpRequestError.NameResolutionError, NetworkFault.NameResolution)]
    [InlineData(HttpRequestError.ConnectionError, NetworkFault.Connect)]
    [InlineData(HttpRequestError.SecureConnectionError, NetworkFault.Tls)]
    [InlineData(HttpRequestError.ProxyTunnelError, NetworkFault.Proxy)]
    public async Task Send_BreaksBeforeTheRequestIsWritten_IsNotSent(HttpRequestError error, NetworkFault fault)
    {
        _rig.Transport.Fail(new HttpRequestException(error));

        Assert.Equal(new GatewayResult<RemoteRecord>.NotSent(fault), await _rig.SendLinkAsync());
    }

    [Fact]
    public async Task Send_ConnectTimesOut_IsNotSent()
    {
        _rig.Transport.Fail(new TaskCanceledException("connect", new TimeoutException()));

        Assert.Equal(new GatewayResult<RemoteRecord>.NotSent(NetworkFault.Connect), await _rig.SendLinkAsync());
    }

    [Theory]
    [InlineData(HttpRequestError.ResponseEnded)]
    [InlineData(HttpRequestError.InvalidResponse)]
    [InlineData(HttpRequestError.HttpProtocolError)]
    [InlineData(HttpRequestError.Unknown)]
    public async Task Send_BreaksAfterTheRequestMayHaveLeft_HasNoAnswer(HttpRequestError error)
    {
        _rig.Transport.Fail(new HttpRequestException(error, "reset", new IOException("reset", new SocketException((int)SocketError.ConnectionReset))));

        Assert.Equal(new GatewayResult<RemoteRecord>.NoAnswer(NetworkFault.Broken), await _rig.SendLinkAsync());
    }

    [Fact]
    public async Task Send_BodyBreaksOffAfterTheStatusLine_HasNoAnswer()
    {
        _rig.Transport.Answer(new HttpResponseMessage(HttpStatusCode.Created) { Content = new StreamContent(new BreakingStream("""{"data":{"payment_link_id":"pl_""")) });

        Assert.Equal(new GatewayResult<RemoteRecord>.NoAnswer(NetworkFault.Broken), await _rig.SendLinkAsync());
    }

    [Fact(Timeout = 60_000)]
    public async Task Send_NoAnswerFor30Seconds_TimesOut()
    {
        var asked = _rig.Transport.Stall();
        var call = _rig.SendLinkAsync(TestContext.Current.CancellationToken);
        await asked;

        _rig.Time.Advance(TimeSpan.FromSeconds(29.9));
        Assert.False(call.IsCompleted);
        _rig.Time.Advance(TimeSpan.FromSeconds(0.1));

        Assert.Equal(new GatewayResult<RemoteRecord>.NoAnswer(NetworkFault.TimedOut), await call);
    }

    [Fact(Timeout = 60_000)]
    public async Task Send_BodyStallsAfterTheStatusLine_TimesOut()
    {
        var asked = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        _rig.Transport.Answer(new HttpResponseMessage(HttpStatusCode.Created) { Content = new StreamContent(new StallingStream(asked)) });
        var call = _rig.SendLinkAsync(TestContext.Current.CancellationToken);
        await asked.Task;

        _rig.Time.Advance(TimeSpan.FromSeconds(30));

        Assert.Equal(new GatewayResult<RemoteRecord>.NoAnswer(NetworkFault.TimedOut), await call);
    }

    [Fact(Timeout = 60_000)]
    public async Task Send_CallerCancels_ThrowsCancellation()
    {
        using var caller = CancellationTokenSource.CreateLinkedTokenSource(TestContext.Current.CancellationToken);

        await Assert.ThrowsAnyAsync<OperationCanceledException>(async () =>
        {
            var asked = _rig.Transport.Stall();
            var call = _rig.SendLinkAsync(caller.Token);
            await asked;
            await caller.CancelAsync();
            await call;
        });
    }

    [Fact]
    public async Task Send_CallerHasCancelledBefore_SendsNothing()
    {
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => _rig.SendLinkAsync(new CancellationToken(canceled: true)));
        Assert.Empty(_rig.Transport.Sent);
    }
}
