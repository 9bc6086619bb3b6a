using System.Net;
using Flint.Operator.Core.Account;
using Flint.Operator.Core.Sync;
using Flint.Operator.Core.Sync.Connections;

namespace Flint.Operator.Api.Tests.Account;

public sealed class AccountGatewayTests : IDisposable
{
    private readonly ApiRig _rig = new();

    public void Dispose() => _rig.Dispose();

    [Fact]
    public async Task WhoAmI_SandboxKey_NamesAccountRightsAndLabel()
    {
        _rig.Transport.Answer(HttpStatusCode.OK, Answers.Data(
            """
            {"api_key_id":"key_1","auth_type":"api_key","environment":"sandbox","expires_at":null,"merchant_id":"mer_1","name":"counter-7",
             "organization_id":"org_1","sandbox_id":"test_1","scopes":["commerce.orders.write","checkouts.payment_links.write"]}
            """));

        var who = Assert.IsType<GatewayResult<AuthContext>.Succeeded>(await WhoAmIAsync()).Value;

        Assert.Equal(new AccountIdentity("mer_1", "sandbox", "test_1"), who.Identity);
        Assert.Equal(["commerce.orders.write", "checkouts.payment_links.write"], who.Scopes);
        Assert.Equal(("counter-7", null), (who.KeyName, who.ExpiresAt));
        Assert.Equal("https://api.example.test/v1/developer/auth-context", Assert.Single(_rig.Transport.Sent).Address.AbsoluteUri);
    }

    [Fact]
    public async Task WhoAmI_LiveKeyThatEnds_SaysWhen()
    {
        _rig.Transport.Answer(HttpStatusCode.OK, Answers.Data("""{"environment":"live","merchant_id":"mer_1","scopes":null,"expires_at":"2026-12-31T00:00:00Z"}"""));

        var who = Assert.IsType<GatewayResult<AuthContext>.Succeeded>(await WhoAmIAsync()).Value;

        Assert.True(who.Identity.IsLive);
        Assert.Empty(who.Scopes);
        Assert.Equal(new DateTimeOffset(2026, 12, 31, 0, 0, 0, TimeSpan.Zero), who.ExpiresAt);
    }

    [Theory]
    [InlineData("""{"environment":"live","scopes":[]}""")]
    [InlineData("""{"merchant_id":"mer_1","scopes":[]}""")]
    public async Task WhoAmI_AccountNotNamed_IsUnreadable(string data)
    {
        _rig.Transport.Answer(HttpStatusCode.OK, Answers.Data(data));

        Assert.IsType<GatewayResult<AuthContext>.Unreadable>(await WhoAmIAsync());
    }

    [Fact]
    public async Task WhoAmI_KeyRevoked_IsThatProblem()
    {
        _rig.Transport.Answer(HttpStatusCode.Unauthorized, Answers.Error("API_KEY_REVOKED"));

        Assert.Equal("API_KEY_REVOKED", Assert.IsType<GatewayResult<AuthContext>.Answered>(await WhoAmIAsync()).Problem.Code);
    }

    private Task<GatewayResult<AuthContext>> WhoAmIAsync() => _rig.Account.WhoAmIAsync(CancellationToken.None);
}
