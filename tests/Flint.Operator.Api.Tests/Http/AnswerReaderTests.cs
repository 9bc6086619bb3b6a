using System.Net;
using Flint.Operator.Core.Sync;
using Flint.Operator.Core.Sync.Connections;

namespace Flint.Operator.Api.Tests.Http;

public sealed class AnswerReaderTests : IDisposable
{
    private readonly ApiRig _rig = new();

    public void Dispose() => _rig.Dispose();

    [Theory]
    [InlineData(HttpStatusCode.OK, "<!doctype html><title>Guest network</title>", "text/html")]
    [InlineData(HttpStatusCode.OK, "", "application/json")]
    [InlineData(HttpStatusCode.NoContent, "", "application/json")]
    [InlineData(HttpStatusCode.OK, "null", "application/json")]
    [InlineData(HttpStatusCode.OK, "{}", "application/json")]
    [InlineData(HttpStatusCode.OK, """{"data":null}""", "application/json")]
    [InlineData(HttpStatusCode.OK, """{"data":[]}""", "application/json")]
    [InlineData(HttpStatusCode.OK, """{"data":{"name":"no id"}}""", "application/json")]
    [InlineData(HttpStatusCode.Created, """{"data":{"payment_link_id":"pl_1","na""", "application/json")]
    [InlineData(HttpStatusCode.Found, "", "text/html")]
    [InlineData(HttpStatusCode.Found, """{"data":{}}""", "application/json")]
    [InlineData(HttpStatusCode.BadGateway, "<h1>502</h1>", "text/html")]
    [InlineData(HttpStatusCode.BadGateway, "", "application/json")]
    [InlineData(HttpStatusCode.InternalServerError, """{"error":"oops"}""", "application/json")]
    [InlineData(HttpStatusCode.InternalServerError, """{"error":{"message":"no code"}}""", "application/json")]
    [InlineData(HttpStatusCode.Conflict, """{"error":{"code":"IDEMPOTENCY_KEY_REUSED","type":"confl""", "application/json")]
    public async Task Send_AnswerNotInTheApisShape_IsUnreadableWithItsStatus(HttpStatusCode status, string body, string mediaType)
    {
        _rig.Transport.Answer(status, body, mediaType);

        var result = Assert.IsType<GatewayResult<RemoteRecord>.Unreadable>(await _rig.SendLinkAsync());

        Assert.Equal((int)status, result.Info.Status);
    }

    [Fact]
    public async Task Send_RightBodyUnderAnotherContentType_IsUnreadable()
    {
        _rig.Transport.Answer(HttpStatusCode.Created, Answers.Data(Answers.Link), "text/html");

        Assert.IsType<GatewayResult<RemoteRecord>.Unreadable>(await _rig.SendLinkAsync());
    }

    [Fact]
    public async Task Send_BodyBeyondTheBound_IsUnreadable()
    {
        _rig.Transport.Answer(HttpStatusCode.Created, $$"""{"data":"{{new string('x', 9 * 1024 * 1024)}}"}""");

        Assert.Equal(201, Assert.IsType<GatewayResult<RemoteRecord>.Unreadable>(await _rig.SendLinkAsync()).Info.Status);
    }

    [Fact]
    public async Task Send_GoodAnswer_TellsWhatTheHeadersTold()
    {
        _rig.Transport.Answer(HttpStatusCode.Created, Answers.Data(Answers.Link), shape: response =>
        {
            response.Headers.Add("X-Request-Id", "req-9");
            response.Headers.Date = Given.Now.AddHours(2);
        });

        var result = Assert.IsType<GatewayResult<RemoteRecord>.Succeeded>(await _rig.SendLinkAsync());

        Assert.Equal(new ResponseInfo { Status = 201, RequestId = "req-9", ServerDate = Given.Now.AddHours(2) }, result.Info);
    }

    [Fact]
    public async Task Send_NoRequestIdHeader_TakesTheBodys()
    {
        _rig.Transport.Answer(HttpStatusCode.Created, Answers.Data(Answers.Link));

        Assert.Equal("req-body", Assert.IsType<GatewayResult<RemoteRecord>.Succeeded>(await _rig.SendLinkAsync()).Info.RequestId);
    }

    [Fact]
    public async Task Send_ReplayHeader_IsAReplay()
    {
        _rig.Transport.Answer(HttpStatusCode.Created, Answers.Data(Answers.Link), shape: response => response.Headers.Add("Idempotency-Replayed", "true"));

        Assert.True(Assert.IsType<GatewayResult<RemoteRecord>.Succeeded>(await _rig.SendLinkAsync()).Info.IsReplay);
    }

    [Fact]
    public async Task Send_ReplayInMeta_IsAReplay()
    {
        _rig.Transport.Answer(HttpStatusCode.Created, $$$"""{"data":{{{Answers.Link}}},"meta":{"idempotency_replayed":true,"warnings":null}}""");

        Assert.True(Assert.IsType<GatewayResult<RemoteRecord>.Succeeded>(await _rig.SendLinkAsync()).Info.IsReplay);
    }

    [Fact]
    public async Task Send_ReplayedRefusal_IsAReplay()
    {
        _rig.Transport.Answer(HttpStatusCode.InternalServerError, Answers.Error("INTERNAL_ERROR"), shape: response => response.Headers.Add("Idempotency-Replayed", "true"));

        Assert.True(Assert.IsType<GatewayResult<RemoteRecord>.Answered>(await _rig.SendLinkAsync()).Info.IsReplay);
    }
}
