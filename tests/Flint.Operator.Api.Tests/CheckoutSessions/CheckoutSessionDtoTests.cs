using System.Net;
using Flint.Operator.Core.Checkouts;
using Flint.Operator.Core.Sync;
using Flint.Operator.Core.Sync.Connections;

namespace Flint.Operator.Api.Tests.CheckoutSessions;

public sealed class CheckoutSessionDtoTests : IDisposable
{
    private const string Url = "https://checkout.withflintpay.com/checkout/cs_1#checkout_token=SECRET";

    private readonly ApiRig _rig = new();

    public void Dispose() => _rig.Dispose();

    [Fact]
    public async Task Read_WholeSession_IsItsSnapshot() => Assert.Equal(
        new CheckoutSessionSnapshot
        {
            RemoteId = "cs_1",
            Reference = Given.Reference,
            UpdatedAt = Given.Now,
            OrderId = "ord_1",
            Status = "open",
            ExpiresAt = Given.Now.AddMinutes(30),
        },
        await SnapshotAsync(Answers.Session));

    [Fact]
    public async Task Read_EndedSession_SaysHowAndInWhichAttempt()
    {
        var session = await SnapshotAsync(Session(
            """
            "status":"invalidated","terminal_reason":"superseded","recovery_mode":true,
            "active_payment_attempt":{"payment_attempt_id":"opat_1","status":"failed","mode":"payment","is_resumable":false}
            """));

        Assert.Equal(("invalidated", "superseded", "failed", true), (session.Status, session.TerminalReason, session.PaymentAttemptStatus, session.RecoveryMode));
    }

    [Fact]
    public async Task Read_NullMembers_AreAbsent()
    {
        var session = await SnapshotAsync(Session(
            """
            "status":"open","delivery_method_ids":null,"problems":null,"recovery_mode":null,"active_payment_attempt":null,"expires_at":null,"url":null,"order_id":null
            """));

        Assert.Equal(new CheckoutSessionSnapshot { RemoteId = "cs_1", Status = "open" }, session);
    }

    [Fact]
    public async Task Read_UnknownStatus_IsKept() => Assert.Equal("paused", (await SnapshotAsync(Session("\"status\":\"paused\""))).Status);

    [Fact]
    public async Task Read_NoStatus_IsUnreadable()
    {
        _rig.Transport.Answer(HttpStatusCode.OK, Answers.Data(Session("\"surface\":\"hosted\"")));

        Assert.IsType<GatewayResult<RemoteRecord>.Unreadable>(await _rig.Operations.ReadAsync(RecordKind.CheckoutSession, "cs_1", CancellationToken.None));
    }

    [Theory]
    [InlineData($$""" "url":"{{Url}}" """, $$""","checkout_access":{"checkout_auth_token":"t","hosted_url":"https://second"},"hosted_checkout":{"url":"https://third"}""")]
    [InlineData(""" "url":"" """, $$""","checkout_access":{"checkout_auth_token":"t","hosted_url":"{{Url}}"},"hosted_checkout":{"url":"https://third"}""")]
    [InlineData(""" "url":null """, $$""","checkout_access":{"checkout_auth_token":"t"},"hosted_checkout":{"url":"{{Url}}"}""")]
    public async Task Create_LaunchResult_FindsTheUrlInEveryEdition(string url, string more) =>
        Assert.Equal(Url, (await LaunchAsync($$"""{"checkout_session":{{Session("\"status\":\"open\"," + url)}}{{more}}}""")).Url);

    [Fact]
    public async Task Create_LaunchResultWithoutUrl_HasNone() =>
        Assert.Null((await LaunchAsync($$"""{"checkout_session":{{Answers.Session}},"checkout_access":{"checkout_auth_token":"t"},"reused_existing":true,"hosted_checkout":null}""")).Url);

    [Theory]
    [InlineData("""{"checkout_access":{"checkout_auth_token":"t","hosted_url":"https://x"}}""")]
    [InlineData("""{"checkout_session":null}""")]
    [InlineData(Answers.Session)]
    public async Task Create_NotALaunchResult_IsUnreadable(string data)
    {
        _rig.Transport.Answer(HttpStatusCode.Created, Answers.Data(data));

        Assert.IsType<GatewayResult<RemoteRecord>.Unreadable>(await SendAsync());
    }

    private static string Session(string members) => $$"""{"checkout_session_id":"cs_1",{{members}}}""";

    private Task<GatewayResult<RemoteRecord>> SendAsync() =>
        _rig.Operations.SendAsync(RecordKind.CheckoutSession, Given.SessionWrite(), "key-1", "req-1", CancellationToken.None);

    private async Task<CheckoutSessionSnapshot> LaunchAsync(string data)
    {
        _rig.Transport.Answer(HttpStatusCode.Created, Answers.Data(data));
        return Assert.IsType<CheckoutSessionSnapshot>(Assert.IsType<GatewayResult<RemoteRecord>.Succeeded>(await SendAsync()).Value);
    }

    private async Task<CheckoutSessionSnapshot> SnapshotAsync(string data)
    {
        _rig.Transport.Answer(HttpStatusCode.OK, Answers.Data(data));
        var result = await _rig.Operations.ReadAsync(RecordKind.CheckoutSession, "cs_1", CancellationToken.None);
        return Assert.IsType<CheckoutSessionSnapshot>(Assert.IsType<GatewayResult<RemoteRecord>.Succeeded>(result).Value);
    }
}
