using Flint.Operator.Core.Account;
using Flint.Operator.Core.Amounts;
using Flint.Operator.Core.Checkouts;
using Flint.Operator.Core.PaymentLinks;
using Flint.Operator.Core.Sync;
using Flint.Operator.Core.Sync.Connections;
using Flint.Operator.Core.Sync.Operations;
using Flint.Operator.Core.Sync.Pull;
using Flint.Operator.Core.Sync.Push;
using Xunit;

namespace Flint.Operator.Testing.Api;

/// <summary>What <see cref="IOperationGateway"/> and <see cref="IAccountGateway"/> promise, held against the fake and against the real client with the real sandbox.</summary>
public abstract partial class GatewayAcceptance
{
    private readonly LocalIds _ids = new(TimeProvider.System, new Random());

    protected abstract IOperationGateway Gateway { get; }

    protected abstract IAccountGateway Account { get; }

    /// <summary>The connection that both read; its key has been accepted.</summary>
    protected abstract ActiveConnection Connection { get; }

    /// <summary>The next create of this kind is done and its answer lost.</summary>
    protected abstract Task LoseNextReplyAsync(RecordKind kind);

    /// <summary>The API refuses the key from now on.</summary>
    protected abstract void RefuseKey();

    [Fact]
    public async Task WhoAmI_GoodKey_NamesMerchantAndMode()
    {
        var who = Assert.IsType<GatewayResult<AuthContext>.Succeeded>(await Account.WhoAmIAsync(CancellationToken.None));

        Assert.StartsWith("mer_", who.Value.Identity.MerchantId, StringComparison.Ordinal);
        Assert.False(who.Value.Identity.IsLive);
        Assert.NotNull(who.Info.ServerDate);
    }

    [Fact]
    public async Task WhoAmI_WrongKey_IsAnEnvelopeAboutTheCredential()
    {
        RefuseKey();

        var answer = Assert.IsType<GatewayResult<AuthContext>.Answered>(await Account.WhoAmIAsync(CancellationToken.None));

        Assert.True(VerdictReader.IsCredential(answer.Problem));
    }

    [Fact]
    public async Task KeyChanged_BeforeItsOwnerIsKnown_NothingButThatQuestionLeaves()
    {
        var keptBack = NetworkFault.KeyChanged;
        var operation = NewLink();
        Connection.Use(Connection.Current);

        Assert.Equal(new GatewayResult<RemoteRecord>.NotSent(keptBack), await SendAsync(operation));
        Assert.Equal(new GatewayResult<IReadOnlyList<RemoteRecord>>.NotSent(keptBack), await Gateway.FindAsync(RecordKind.PaymentLink, operation.Reference, CancellationToken.None));
        Assert.Equal(new GatewayResult<IReadOnlyList<RemoteRecord>>.NotSent(keptBack), await Gateway.FindOpenSessionsAsync("ord_1", CancellationToken.None));
        Assert.Equal(new GatewayResult<RemotePage>.NotSent(keptBack), await Gateway.ListAsync(new PullQuery(RecordKind.Order, null, null), CancellationToken.None));
        Assert.Equal(new GatewayResult<RemoteRecord>.NotSent(keptBack), await Gateway.ReadAsync(RecordKind.Order, "ord_1", CancellationToken.None));
        Assert.IsType<GatewayResult<AuthContext>.Succeeded>(await Account.WhoAmIAsync(CancellationToken.None));

        Connection.Accept(Connection.Current);
        Assert.Empty(await FindAsync(operation));
        Succeeded(await SendAsync(operation));
    }

    [Fact]
    public async Task Send_Create_EchoesOurReferenceAndIsFoundByIt()
    {
        var operation = NewLink();

        var link = Assert.IsType<PaymentLinkSnapshot>(Succeeded(await SendAsync(operation)));

        Assert.Equal((operation.Reference, "Stall deposit", 4500L, true), (link.Reference, link.Title, link.AmountMoney!.Minor, link.IsActive));
        Assert.Equal(link.RemoteId, Assert.Single(await FindAsync(operation)).RemoteId);
        Assert.Equal(link.RemoteId, Succeeded(await Gateway.ReadAsync(RecordKind.PaymentLink, link.RemoteId, CancellationToken.None)).RemoteId);
    }

    [Fact]
    public async Task Send_SameKeyAndBytes_MakesNoSecondRecord()
    {
        var operation = NewLink();

        var first = Succeeded(await SendAsync(operation));
        var again = Succeeded(await SendAsync(operation));

        Assert.Equal(first.RemoteId, again.RemoteId);
        Assert.Single(await FindAsync(operation));
    }

    [Fact]
    public async Task Send_SameKeyOtherBytes_IsToldApart()
    {
        var operation = NewLink();
        await SendAsync(operation);
        var other = Gateway.Encode(operation with { Intent = new OperationIntent.CreatePaymentLink(new PaymentLinkDraft("Other", Usd(1))) }, new WireTargets());

        var answer = await Gateway.SendAsync(RecordKind.PaymentLink, other, operation.Key, "req-2", CancellationToken.None);

        Assert.Equal("IDEMPOTENCY_KEY_REUSED", Assert.IsType<GatewayResult<RemoteRecord>.Answered>(answer).Problem.Code);
    }

    [Fact]
    public async Task Send_LostReply_IsNoAnswerAndIsFound()
    {
        var operation = NewLink();
        await LoseNextReplyAsync(RecordKind.PaymentLink);

        Assert.IsType<GatewayResult<RemoteRecord>.NoAnswer>(await SendAsync(operation));

        Assert.Single(await FindAsync(operation));
        Succeeded(await SendAsync(operation));
        Assert.Single(await FindAsync(operation));
    }

    [Fact]
    public async Task Find_NothingThere_IsEmpty() => Assert.Empty(await FindAsync(NewLink()));

    [Fact]
    public async Task Session_OfAnOrder_NamesItAndCarriesTheWholeUrl()
    {
        var (order, session, _) = await CheckoutAsync();

        Assert.Equal((order.RemoteId, "open"), (session.OrderId, session.Status));
        Assert.Contains("#checkout_token=", session.Url, StringComparison.Ordinal);
        Assert.True(session.ExpiresAt > DateTimeOffset.UnixEpoch);
        Assert.Equal(10400, order.TotalMoney.Minor);
        Assert.Equal("unpaid", order.PaymentStatus);
    }

    [Fact]
    public async Task Session_SecondOfAnOrder_IsRefusedUnlessItReplacesTheOpenOne()
    {
        var (order, first, _) = await CheckoutAsync();
        var next = NewOperation(new OperationIntent.CreateCheckoutSession("order", TimeSpan.FromMinutes(30)));

        var refused = Assert.IsType<GatewayResult<RemoteRecord>.Answered>(await SendAsync(next, new WireTargets(OrderId: order.RemoteId)));
        Assert.Equal("CHECKOUT_SESSION_ALREADY_EXISTS", refused.Problem.Code);

        var replacing = NewOperation(new OperationIntent.CreateCheckoutSession("order", TimeSpan.FromMinutes(30), "old"));
        Succeeded(await SendAsync(replacing, new WireTargets(OrderId: order.RemoteId, ReplacesSessionId: first.RemoteId)));
        var old = Assert.IsType<CheckoutSessionSnapshot>(Succeeded(await Gateway.ReadAsync(RecordKind.CheckoutSession, first.RemoteId, CancellationToken.None)));
        Assert.Equal(("invalidated", "superseded"), (old.Status, old.TerminalReason));
    }

    [Fact]
    public async Task Close_OpenSession_EndsIt()
    {
        var (_, session, _) = await CheckoutAsync();

        var closed = await SendAsync(NewOperation(new OperationIntent.CloseCheckoutSession()), new WireTargets(OwnId: session.RemoteId));

        Assert.Equal("closed", Assert.IsType<CheckoutSessionSnapshot>(Succeeded(closed)).Status);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task SetActive_OfALink_IsWhatItReads(bool isActive)
    {
        var link = Succeeded(await SendAsync(NewLink()));

        var changed = await SendAsync(NewOperation(new OperationIntent.SetPaymentLinkActive(isActive)), new WireTargets(OwnId: link.RemoteId));

        Assert.Equal(isActive, Assert.IsType<PaymentLinkSnapshot>(Succeeded(changed)).IsActive);
    }

    private static Money Usd(long minor) => new(minor, Currency.Of("USD"));

    private static RemoteRecord Succeeded(GatewayResult<RemoteRecord> result) => Assert.IsType<GatewayResult<RemoteRecord>.Succeeded>(result).Value;

    private Operation NewLink() => NewOperation(new OperationIntent.CreatePaymentLink(new PaymentLinkDraft("Stall deposit", Usd(4500))));

    private Operation NewOperation(OperationIntent intent) => new()
    {
        Id = _ids.Next(),
        Position = 1,
        Aggregate = "aggregate",
        Lid = "lid",
        Intent = intent,
        State = OperationState.Ready,
        CreatedAt = DateTimeOffset.UnixEpoch,
        OperatorName = "Ana",
        KeyBorn = new Moment(DateTimeOffset.UnixEpoch, null, TimeSpan.Zero, "run"),
    };

    private Task<GatewayResult<RemoteRecord>> SendAsync(Operation operation, WireTargets? targets = null) =>
        Gateway.SendAsync(operation.Intent.Kind, Gateway.Encode(operation, targets ?? new WireTargets()), operation.Key, "req-1", CancellationToken.None);

    private async Task<IReadOnlyList<RemoteRecord>> FindAsync(Operation operation) =>
        Assert.IsType<GatewayResult<IReadOnlyList<RemoteRecord>>.Succeeded>(await Gateway.FindAsync(operation.Intent.Kind, operation.Reference, CancellationToken.None)).Value;

    private async Task<(OrderSnapshot Order, CheckoutSessionSnapshot Session, Operation Operation)> CheckoutAsync()
    {
        var draft = new CheckoutDraft { LineItems = [new LineItem("Bike service", 1, Usd(8500)), new LineItem("Inner tube", 2, Usd(950))] };
        var order = Assert.IsType<OrderSnapshot>(Succeeded(await SendAsync(NewOperation(new OperationIntent.CreateOrder(draft)))));
        var operation = NewOperation(new OperationIntent.CreateCheckoutSession("order", TimeSpan.FromMinutes(30)));
        var session = Succeeded(await SendAsync(operation, new WireTargets(OrderId: order.RemoteId)));
        return (order, Assert.IsType<CheckoutSessionSnapshot>(session), operation);
    }
}
