using Flint.Operator.Api.Account;
using Flint.Operator.Core.Account;
using Flint.Operator.Core.Checkouts;
using Flint.Operator.Core.PaymentLinks;
using Flint.Operator.Core.Sync;
using Flint.Operator.Core.Sync.Connections;
using Flint.Operator.Core.Sync.Operations;
using Flint.Operator.Core.Sync.Push;

namespace Flint.Operator.Api.Tests.AgainstSandbox;

// One sandbox per test: faults and connections are the server's, not a record's.
public sealed class TroubleTests : IAsyncLifetime
{
    private readonly SandboxRig _rig = new();

    public ValueTask InitializeAsync() => _rig.InitializeAsync();

    public ValueTask DisposeAsync() => _rig.DisposeAsync();

    [Fact]
    public async Task Send_SameKeyAndBytesAgain_IsAReplayOfTheSameRecord()
    {
        var create = Link();
        var link = await _rig.SendAsync<PaymentLinkSnapshot>(create);

        var again = Assert.IsType<GatewayResult<RemoteRecord>.Succeeded>(await _rig.SendAsync(create));

        Assert.True(again.Info.IsReplay);
        Assert.Equal(link, again.Value);
        Assert.Single(await _rig.FindAsync(create));
    }

    [Fact]
    public async Task Send_SameKeyOtherBytes_IsRefused()
    {
        await _rig.SendAsync<PaymentLinkSnapshot>(Link());

        var result = await _rig.SendAsync(Link(title: "Another"));

        Assert.Equal("IDEMPOTENCY_KEY_REUSED", Assert.IsType<GatewayResult<RemoteRecord>.Answered>(result).Problem.Code);
    }

    [Fact]
    public async Task Send_SessionReplay_BringsTheUrlBack()
    {
        var order = await _rig.SendAsync<OrderSnapshot>(Given.Operation(new OperationIntent.CreateOrder(Given.CheckoutDraft), id: "order"));
        var create = Given.Operation(new OperationIntent.CreateCheckoutSession("O", TimeSpan.FromMinutes(30)), id: "session");
        var targets = new WireTargets(OrderId: order.RemoteId);
        var session = await _rig.SendAsync<CheckoutSessionSnapshot>(create, targets);

        Assert.NotNull(session.Url);
        Assert.Equal(session.Url, (await _rig.SendAsync<CheckoutSessionSnapshot>(create, targets)).Url);
    }

    [Fact]
    public async Task Send_BodyTheApiRefuses_NamesTheField()
    {
        var body = """{"line_items":[{"name":"Bike service","quantity":0,"unit_price_money":{"amount":8500,"currency":"USD"}}],"tax":{"enabled":false}}"""u8.ToArray();

        var result = await _rig.Operations.SendAsync(RecordKind.Order, new WireRequest("POST", "/v1/orders", body), "key-1", "req-77", CancellationToken.None);

        var answer = Assert.IsType<GatewayResult<RemoteRecord>.Answered>(result);
        Assert.Equal((400, "line_items[0].quantity"), (answer.Problem.Status, answer.Problem.Param));
        Assert.Equal("req-77", answer.Info.RequestId);
        Assert.NotNull(answer.Problem.Message);
    }

    [Fact]
    public async Task Read_UnknownId_Is404()
    {
        var result = await _rig.Operations.ReadAsync(RecordKind.PaymentLink, "pl_unknown", CancellationToken.None);

        Assert.Equal(404, Assert.IsType<GatewayResult<RemoteRecord>.Answered>(result).Problem.Status);
    }

    [Fact]
    public async Task WhoAmI_RightKey_NamesTheSandbox()
    {
        var who = Assert.IsType<GatewayResult<AuthContext>.Succeeded>(await _rig.Account.WhoAmIAsync(CancellationToken.None)).Value;

        Assert.Equal("sandbox", who.Identity.Environment);
        Assert.StartsWith("mer_", who.Identity.MerchantId, StringComparison.Ordinal);
        Assert.StartsWith("test_", who.Identity.SandboxId, StringComparison.Ordinal);
        Assert.Contains("commerce.orders.write", who.Scopes);
    }

    [Fact]
    public async Task Merchant_RightKey_HasTheIdOfTheContext()
    {
        var who = Assert.IsType<GatewayResult<AuthContext>.Succeeded>(await _rig.Account.WhoAmIAsync(CancellationToken.None)).Value;

        using var merchant = await _rig.Service<IAccountApi>().GetMerchantAsync(CancellationToken.None);

        Assert.Equal(who.Identity.MerchantId, merchant.Content?.Data?.MerchantId);
        Assert.False(string.IsNullOrEmpty(merchant.Content?.Data?.BusinessName));
    }

    [Fact]
    public async Task WhoAmI_KeyChanged_TheNextCallIsRefusedAndTheOneAfterNot()
    {
        var right = _rig.Connection.Current;
        _rig.Use(right with { ApiKey = "flint_test_wrong" });

        var refused = Assert.IsType<GatewayResult<AuthContext>.Answered>(await _rig.Account.WhoAmIAsync(CancellationToken.None));
        _rig.Use(right);

        Assert.Equal((401, "INVALID_API_KEY"), (refused.Problem.Status, refused.Problem.Code));
        Assert.IsType<GatewayResult<AuthContext>.Succeeded>(await _rig.Account.WhoAmIAsync(CancellationToken.None));
    }

    [Fact]
    public async Task Send_ReplyLostAfterTheWork_HasNoAnswerAndALookFindsIt()
    {
        var create = Link();
        await _rig.BreakAsync("lost_reply", "POST", "/v1/payment-links");

        Assert.Equal(new GatewayResult<RemoteRecord>.NoAnswer(NetworkFault.Broken), await _rig.SendAsync(create));

        var found = Assert.Single(await _rig.FindAsync(create));
        Assert.True(RecordCheck.IsOurs(create, found, new WireTargets()));
    }

    [Fact]
    public async Task Send_CaptivePortal_IsUnreadable()
    {
        await _rig.BreakAsync("captive_portal", "*", "*");

        Assert.Equal(200, Assert.IsType<GatewayResult<RemoteRecord>.Unreadable>(await _rig.SendAsync(Link())).Info.Status);
    }

    [Fact]
    public async Task Send_RateLimited_SaysHowLong()
    {
        await _rig.BreakAsync("rate_limited", "*", "*", retryAfterSeconds: 17);

        var answer = Assert.IsType<GatewayResult<RemoteRecord>.Answered>(await _rig.SendAsync(Link()));

        Assert.Equal((429, "RATE_LIMIT_EXCEEDED", TimeSpan.FromSeconds(17)), (answer.Problem.Status, answer.Problem.Code, answer.Info.RetryAfter));
    }

    [Fact]
    public async Task Send_ErrorBeforeTheWork_Is500AndALookFindsNothing()
    {
        var create = Link();
        await _rig.BreakAsync("error_before", "POST", "/v1/payment-links");

        Assert.Equal(500, Assert.IsType<GatewayResult<RemoteRecord>.Answered>(await _rig.SendAsync(create)).Problem.Status);
        Assert.Empty(await _rig.FindAsync(create));
    }

    [Fact]
    public async Task Send_NobodyListens_IsNotSent()
    {
        using var taken = new System.Net.Sockets.TcpListener(System.Net.IPAddress.Loopback, 0);
        taken.Start();
        var port = ((System.Net.IPEndPoint)taken.LocalEndpoint).Port;
        taken.Stop();
        _rig.Use(_rig.Connection.Current with { BaseAddress = new Uri($"http://127.0.0.1:{port}") });

        Assert.Equal(new GatewayResult<RemoteRecord>.NotSent(NetworkFault.Connect), await _rig.SendAsync(Link()));
    }

    [Fact]
    public async Task Send_PlainServerWhereTlsIsExpected_IsNotSent()
    {
        var secure = new UriBuilder(_rig.Connection.Current.BaseAddress) { Scheme = "https" }.Uri;
        _rig.Use(_rig.Connection.Current with { BaseAddress = secure });

        Assert.Equal(new GatewayResult<RemoteRecord>.NotSent(NetworkFault.Tls), await _rig.SendAsync(Link()));
    }

    [Fact]
    public async Task Send_NameThatDoesNotExist_IsNotSent()
    {
        _rig.Use(new ApiConnection(new Uri("https://flint.invalid"), "flint_test_key"));

        // Which fault it is depends on the resolver of the machine.
        Assert.IsType<GatewayResult<RemoteRecord>.NotSent>(await _rig.SendAsync(Link()));
    }

    private static Operation Link(string title = "Stall deposit") =>
        Given.Operation(new OperationIntent.CreatePaymentLink(Given.LinkDraft with { Title = title }), id: "link");
}
