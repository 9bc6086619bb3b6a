using System.Net;
using Flint.Operator.Core.Account;
using Flint.Operator.Core.Sync;
using Flint.Operator.Core.Sync.Connections;

namespace Flint.Operator.Api.Tests.Http;

public sealed class ConnectionHandlerTests : IDisposable
{
    private readonly ApiRig _rig = new();

    public void Dispose() => _rig.Dispose();

    [Fact]
    public async Task Send_Write_CarriesExactlyTheFrozenBytesAndItsHeaders()
    {
        _rig.Transport.Answer(HttpStatusCode.Created, Answers.Data(Answers.Link));

        await _rig.SendLinkAsync();

        var sent = Assert.Single(_rig.Transport.Sent);
        Assert.Equal(("POST", "https://api.example.test/v1/payment-links"), (sent.Method, sent.Address.AbsoluteUri));
        Assert.Equal(Given.LinkWrite().Body.ToArray(), sent.Body);
        Assert.Equal("application/json", sent.Headers["Content-Type"]);
        Assert.Equal("key-1", sent.Headers["Idempotency-Key"]);
        Assert.Equal("req-1", sent.Headers["X-Request-Id"]);
        Assert.Equal("2026-09-07", sent.Headers["Flint-Version"]);
        Assert.Equal("Bearer flint_test_key", sent.Headers["Authorization"]);
    }

    [Fact]
    public async Task Send_ConnectionChangedBetweenCalls_TheNextCallUsesIt()
    {
        _rig.Transport.Answer(HttpStatusCode.Created, Answers.Data(Answers.Link)).Answer(HttpStatusCode.Created, Answers.Data(Answers.Link));
        await _rig.SendLinkAsync();

        _rig.Use(new ApiConnection(new Uri("http://127.0.0.1:5001/practice/"), "flint_test_other"));
        await _rig.SendLinkAsync();

        Assert.Equal("http://127.0.0.1:5001/practice/v1/payment-links", _rig.Transport.Sent[1].Address.AbsoluteUri);
        Assert.Equal("Bearer flint_test_other", _rig.Transport.Sent[1].Headers["Authorization"]);
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("flint_test_key\n")]
    [InlineData("flint_test_kéy")]
    public async Task Send_NoSendableKey_SendsNothing(string? key)
    {
        _rig.Use(new ApiConnection(new Uri("https://api.example.test"), key));

        Assert.Equal(new GatewayResult<RemoteRecord>.NotSent(NetworkFault.NoKey), await _rig.SendLinkAsync());
        Assert.Equal(new GatewayResult<AuthContext>.NotSent(NetworkFault.NoKey), await _rig.Account.WhoAmIAsync(CancellationToken.None));
        Assert.Empty(_rig.Transport.Sent);
    }

    [Fact]
    public async Task Send_AddressThatWouldShowTheKey_SendsNothing()
    {
        _rig.Use(new ApiConnection(new Uri("http://api.example.test"), "flint_test_key"));

        Assert.Equal(new GatewayResult<RemoteRecord>.NotSent(NetworkFault.Connect), await _rig.SendLinkAsync());
        Assert.Empty(_rig.Transport.Sent);
    }
}
