using Flint.Operator.Core.PaymentLinks;
using Flint.Operator.Core.Sync;
using Flint.Operator.Core.Sync.Connections;
using Flint.Operator.Core.Sync.Operations;
using Flint.Operator.Core.Sync.Push;

namespace Flint.Operator.Core.Tests.Sync;

public sealed class VerdictReaderTests
{
    [Theory]
    [InlineData(401, "INVALID_API_KEY", typeof(Verdict.Unauthorised))]
    [InlineData(403, "INSUFFICIENT_SCOPE", typeof(Verdict.Unauthorised))]
    [InlineData(403, "SOMETHING_NEW", typeof(Verdict.Unauthorised))]
    [InlineData(403, "CHECKOUT_RECOVERY_RESTRICTED", typeof(Verdict.Later))]
    [InlineData(429, "RATE_LIMIT_EXCEEDED", typeof(Verdict.RateLimited))]
    [InlineData(400, "RATE_LIMIT_EXCEEDED", typeof(Verdict.RateLimited))]
    [InlineData(403, "RATE_LIMIT_EXCEEDED", typeof(Verdict.RateLimited))]
    [InlineData(429, "PAYMENT_LINK_RESOLUTION_RATE_LIMITED", typeof(Verdict.RateLimited))]
    [InlineData(409, "IDEMPOTENCY_KEY_REUSED", typeof(Verdict.Broken))]
    [InlineData(409, "IDEMPOTENCY_KEY_IN_PROGRESS", typeof(Verdict.InDoubt))]
    [InlineData(400, "VALIDATION_ERROR", typeof(Verdict.Refused))]
    [InlineData(409, "ORDER_NOT_OPEN", typeof(Verdict.Refused))]
    [InlineData(400, "ORDER_NOT_OPEN", typeof(Verdict.Refused))]
    [InlineData(404, "RESOURCE_NOT_FOUND", typeof(Verdict.Refused))]
    [InlineData(410, "API_VERSION_RETIRED", typeof(Verdict.Refused))]
    [InlineData(409, "CHECKOUT_PAYMENT_RESOLVING", typeof(Verdict.Later))]
    [InlineData(400, "PAYMENT_ATTEMPT_FROZEN", typeof(Verdict.Later))]
    [InlineData(409, "CHECKOUT_SESSION_ALREADY_EXISTS", typeof(Verdict.InDoubt))]
    [InlineData(409, "INVALID_STATUS_TRANSITION", typeof(Verdict.InDoubt))]
    [InlineData(400, "INVALID_STATUS_TRANSITION", typeof(Verdict.InDoubt))]
    [InlineData(500, "INTERNAL_ERROR", typeof(Verdict.InDoubt))]
    [InlineData(503, "ORDERS_UNAVAILABLE", typeof(Verdict.InDoubt))]
    [InlineData(504, "REQUEST_TIMEOUT", typeof(Verdict.InDoubt))]
    public void Read_Envelope_BranchesOnTheCode(int status, string code, Type verdict) =>
        Assert.IsType(verdict, Read(new GatewayResult<RemoteRecord>.Answered(new ApiProblem { Status = status, Code = code }, new ResponseInfo { Status = status })));

    [Fact]
    public void Read_SameFailureReplayed_SpendsTheKey()
    {
        var answer = new GatewayResult<RemoteRecord>.Answered(new ApiProblem { Status = 500, Code = "INTERNAL_ERROR" }, new ResponseInfo { Status = 500, IsReplay = true });

        Assert.Equal(new Verdict.InDoubt(DoubtReason.KeyNotUsable), Read(answer));
    }

    [Theory]
    [InlineData(200, DoubtReason.NoAnswer)]
    [InlineData(302, DoubtReason.NoAnswer)]
    [InlineData(511, DoubtReason.NoAnswer)]
    [InlineData(502, DoubtReason.ServerError)]
    public void Read_NotTheApi_IsInDoubt(int status, DoubtReason reason) =>
        Assert.Equal(new Verdict.InDoubt(reason), Read(new GatewayResult<RemoteRecord>.Unreadable(new ResponseInfo { Status = status })));

    [Theory]
    [InlineData("fop_01K2A0B2C4D6E8F0G2H4J6K8M0", typeof(Verdict.Succeeded))]
    [InlineData("fop_somebody-else", typeof(Verdict.InDoubt))]
    [InlineData(null, typeof(Verdict.InDoubt))]
    public void Read_Success_CountsOnlyWithOurReference(string? reference, Type verdict)
    {
        var link = new PaymentLinkSnapshot { RemoteId = "pl_1", Reference = reference, Title = "Dues", IsActive = true, Url = "https://checkout.withflintpay.com/pay/pl_1", Version = 1, CompletedCount = 0 };

        Assert.IsType(verdict, Read(new GatewayResult<RemoteRecord>.Succeeded(link, new ResponseInfo { Status = 201 })));
    }

    private static Verdict Read(GatewayResult<RemoteRecord> result) => VerdictReader.Read(Operations.Ready, result, new WireTargets());
}
