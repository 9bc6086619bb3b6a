using System.Net;
using Flint.Operator.Core.Sync;
using Flint.Operator.Core.Sync.Connections;
using Flint.Operator.Core.Sync.Operations;
using Flint.Operator.Core.Sync.Push;

namespace Flint.Operator.Api.Tests.Sync;

public sealed class OperationGatewayTests : IDisposable
{
    private readonly ApiRig _rig = new();

    public void Dispose() => _rig.Dispose();

    [Theory]
    [InlineData(RecordKind.PaymentLink, "POST", "/v1/payment-links", Answers.Link, "pl_1")]
    [InlineData(RecordKind.PaymentLink, "PATCH", "/v1/payment-links/pl_1", Answers.Link, "pl_1")]
    [InlineData(RecordKind.Order, "POST", "/v1/orders", Answers.Order, "ord_1")]
    [InlineData(RecordKind.Order, "PATCH", "/v1/orders/ord_1", Answers.Order, "ord_1")]
    [InlineData(RecordKind.Order, "POST", "/v1/orders/ord_1/close", Answers.Order, "ord_1")]
    [InlineData(RecordKind.CheckoutSession, "POST", "/v1/checkout-sessions", "{\"checkout_session\":" + Answers.Session + "}", "cs_1")]
    [InlineData(RecordKind.CheckoutSession, "PATCH", "/v1/checkout-sessions/cs_1", Answers.Session, "cs_1")]
    [InlineData(RecordKind.CheckoutSession, "POST", "/v1/checkout-sessions/cs_1/close", Answers.Session, "cs_1")]
    public async Task Send_AnyWrite_TakesItsOwnRoute(RecordKind kind, string method, string path, string data, string id)
    {
        _rig.Transport.Answer(HttpStatusCode.OK, Answers.Data(data));

        var result = await _rig.Operations.SendAsync(kind, new WireRequest(method, path, "{}"u8.ToArray()), "key-1", "req-1", CancellationToken.None);

        Assert.Equal(id, Assert.IsType<GatewayResult<RemoteRecord>.Succeeded>(result).Value.RemoteId);
        var sent = Assert.Single(_rig.Transport.Sent);
        Assert.Equal((method, path, "{}"), (sent.Method, sent.Address.AbsolutePath, System.Text.Encoding.UTF8.GetString(sent.Body)));
        Assert.Equal("key-1", sent.Headers["Idempotency-Key"]);
        Assert.Equal("application/json", sent.Headers["Content-Type"]);
    }

    [Fact]
    public async Task Send_EncodedIdWithASlash_IsSentAsEncoded()
    {
        _rig.Transport.Answer(HttpStatusCode.OK, Answers.Data(Answers.Session));
        var wire = _rig.Operations.Encode(Given.Operation(new OperationIntent.CloseCheckoutSession()), new WireTargets(OwnId: "cs/1"));

        await _rig.Operations.SendAsync(RecordKind.CheckoutSession, wire, "key-1", "req-1", CancellationToken.None);

        Assert.Equal("/v1/checkout-sessions/cs%2F1/close", Assert.Single(_rig.Transport.Sent).Address.AbsolutePath);
    }

    [Fact]
    public async Task Send_RouteTheEncoderNeverWrites_IsABug()
    {
        var wire = new WireRequest("DELETE", "/v1/payment-links/pl_1", "{}"u8.ToArray());

        await Assert.ThrowsAsync<InvalidOperationException>(() => _rig.Operations.SendAsync(RecordKind.PaymentLink, wire, "key-1", "req-1", CancellationToken.None));
        Assert.Empty(_rig.Transport.Sent);
    }

    [Theory]
    [InlineData(RecordKind.PaymentLink, "/v1/payment-links/pl_1", Answers.Link, "pl_1")]
    [InlineData(RecordKind.Order, "/v1/orders/ord_1", Answers.Order, "ord_1")]
    [InlineData(RecordKind.CheckoutSession, "/v1/checkout-sessions/cs_1", Answers.Session, "cs_1")]
    public async Task Read_AnyKind_GetsItById(RecordKind kind, string path, string data, string id)
    {
        _rig.Transport.Answer(HttpStatusCode.OK, Answers.Data(data));

        var result = await _rig.Operations.ReadAsync(kind, id, CancellationToken.None);

        Assert.Equal(id, Assert.IsType<GatewayResult<RemoteRecord>.Succeeded>(result).Value.RemoteId);
        Assert.Equal(("GET", path, ""), (_rig.Transport.Sent[0].Method, _rig.Transport.Sent[0].Address.AbsolutePath, _rig.Transport.Sent[0].Address.Query));
        Assert.False(_rig.Transport.Sent[0].Headers.ContainsKey("Idempotency-Key"));
    }
}
