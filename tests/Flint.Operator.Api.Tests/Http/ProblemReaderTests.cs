using System.Net;
using Flint.Operator.Core.Sync;
using Flint.Operator.Core.Sync.Connections;

namespace Flint.Operator.Api.Tests.Http;

public sealed class ProblemReaderTests : IDisposable
{
    private readonly ApiRig _rig = new();

    public void Dispose() => _rig.Dispose();

    [Theory]
    [InlineData(HttpStatusCode.BadRequest, "VALIDATION_ERROR")]
    [InlineData(HttpStatusCode.Unauthorized, "INVALID_API_KEY")]
    [InlineData(HttpStatusCode.Forbidden, "INSUFFICIENT_SCOPE")]
    [InlineData(HttpStatusCode.NotFound, "RESOURCE_NOT_FOUND")]
    [InlineData(HttpStatusCode.Conflict, "IDEMPOTENCY_KEY_IN_PROGRESS")]
    [InlineData(HttpStatusCode.TooManyRequests, "RATE_LIMIT_EXCEEDED")]
    [InlineData(HttpStatusCode.InternalServerError, "INTERNAL_ERROR")]
    [InlineData(HttpStatusCode.ServiceUnavailable, "ORDERS_UNAVAILABLE")]
    [InlineData(HttpStatusCode.GatewayTimeout, "REQUEST_TIMEOUT")]
    public async Task Read_Envelope_KeepsStatusAndCode(HttpStatusCode status, string code)
    {
        var problem = await ReadAsync(status, Answers.Error(code));

        Assert.Equal(((int)status, code, "conflict_error", "No."), (problem.Status, problem.Code, problem.Type, problem.Message));
        Assert.Null(problem.IsRetryable);
        Assert.Empty(problem.Details);
        Assert.Empty(problem.MissingScopes);
    }

    [Fact]
    public async Task Read_EveryMember_IsKept()
    {
        var problem = await ReadAsync(HttpStatusCode.BadRequest, Answers.Error("VALIDATION_ERROR",
            """
            ,"param":"line_items[0].name","request_id":"req-error","new_member":{"deep":[1]},
            "remediation":{"retryable":false,"next_steps":"Shorten it.","next_actions":null},
            "details":[{"code":"NAME_TOO_LONG","message":"At most 200.","param":"line_items[0].name"},null,{"message":"Second."}]
            """));

        Assert.Equal(("line_items[0].name", false, "Shorten it.", "req-error"), (problem.Param, problem.IsRetryable, problem.NextSteps, problem.RequestId));
        Assert.Equal(
            [new ApiProblemDetail("NAME_TOO_LONG", "At most 200.", "line_items[0].name"), new ApiProblemDetail("VALIDATION_ERROR", "Second.", null)],
            problem.Details);
    }

    [Fact]
    public async Task Read_NoRequestIdInTheEnvelope_TakesTheHeaders() => Assert.Equal("req-header", (await ReadAsync(HttpStatusCode.Conflict, Answers.Error("X"))).RequestId);

    [Theory]
    [InlineData(""","existing_checkout_session_id":"cs_9" """)]
    [InlineData(""","details":[{"code":"A","message":"B"},{"code":"A","message":"B","existing_checkout_session_id":"cs_9"}]""")]
    public async Task Read_ExistingSession_IsFoundInEitherPlace(string more) =>
        Assert.Equal("cs_9", (await ReadAsync(HttpStatusCode.Conflict, Answers.Error("CHECKOUT_SESSION_ALREADY_EXISTS", more))).ExistingCheckoutSessionId);

    [Fact]
    public async Task Read_MissingScopes_AreListedOnce()
    {
        var problem = await ReadAsync(HttpStatusCode.Forbidden, Answers.Error("INSUFFICIENT_SCOPE",
            ""","missing_scopes":["commerce.orders.write"],"details":[{"code":"A","message":"B","missing_scopes":["commerce.orders.write","customers.read"]}]"""));

        Assert.Equal(["commerce.orders.write", "customers.read"], problem.MissingScopes);
    }

    [Fact]
    public async Task Read_ProblemMediaType_IsReadToo()
    {
        _rig.Transport.Answer(HttpStatusCode.Conflict, Answers.Error("ORDER_CONFLICT"), "application/problem+json");

        Assert.Equal("ORDER_CONFLICT", Assert.IsType<GatewayResult<RemoteRecord>.Answered>(await _rig.SendLinkAsync()).Problem.Code);
    }

    private async Task<ApiProblem> ReadAsync(HttpStatusCode status, string body)
    {
        _rig.Transport.Answer(status, body, shape: response => response.Headers.Add("X-Request-Id", "req-header"));
        return Assert.IsType<GatewayResult<RemoteRecord>.Answered>(await _rig.SendLinkAsync()).Problem;
    }
}
