using Flint.Operator.Core.Checkouts;
using Flint.Operator.Core.PaymentLinks;
using Flint.Operator.Core.Sync;
using Flint.Operator.Core.Sync.Connections;
using Flint.Operator.Core.Sync.Operations;
using Flint.Operator.Core.Sync.Pull;
using Flint.Operator.Core.Sync.Push;
using Xunit;

namespace Flint.Operator.Testing.Api;

/// <summary>What the gateway promises about edits and about reading what changed.</summary>
public abstract partial class GatewayAcceptance
{
    [Fact]
    public async Task Edit_OfALink_SendsWhatChangedAndKeepsTheRest()
    {
        var link = await MakeLinkAsync();

        var renamed = await EditAsync(link, PaymentLinkDraft.Of(link) with { Title = "Winter deposit" });
        var dearer = await EditAsync(renamed, PaymentLinkDraft.Of(renamed) with { AmountMoney = Usd(5000) });

        Assert.Equal(("Winter deposit", 4500L), (renamed.Title, renamed.AmountMoney!.Minor));
        Assert.Equal(("Winter deposit", 5000L), (dearer.Title, dearer.AmountMoney!.Minor));
        Assert.Equal((link.RemoteId, link.Url, link.Line!.Id), (dearer.RemoteId, dearer.Url, dearer.Line!.Id));
        Assert.True(dearer.Version > link.Version);
    }

    [Fact]
    public async Task Edit_OverAVersionThatHasMovedOn_IsToldApart()
    {
        var link = await MakeLinkAsync();
        await EditAsync(link, PaymentLinkDraft.Of(link) with { Title = "Theirs" });

        var answer = await SendEditAsync(link, PaymentLinkDraft.Of(link) with { Title = "Mine" });

        Assert.Equal("PAYMENT_LINK_CHANGED", Assert.IsType<GatewayResult<RemoteRecord>.Answered>(answer).Problem.Code);
    }

    [Fact]
    public async Task CloseOrder_OpenOne_IsClosedAndOnlyOnce()
    {
        var order = Succeeded(await SendAsync(NewOperation(new OperationIntent.CreateOrder(Order))));
        var close = new WireTargets(OwnId: order.RemoteId);

        Assert.Equal("closed", Assert.IsType<OrderSnapshot>(Succeeded(await SendAsync(NewOperation(new OperationIntent.CloseOrder()), close))).Status);
        var again = Assert.IsType<GatewayResult<RemoteRecord>.Answered>(await SendAsync(NewOperation(new OperationIntent.CloseOrder()), close));
        Assert.Equal("ORDER_ALREADY_CLOSED", again.Problem.Code);
    }

    [Fact]
    public async Task FindOpenSessions_OfAnOrder_IsTheOneThatIsOpen()
    {
        var (order, session, _) = await CheckoutAsync();
        await CheckoutAsync();

        Assert.Equal(session.RemoteId, Assert.Single(await OpenSessionsAsync(order.RemoteId)).RemoteId);
        await SendAsync(NewOperation(new OperationIntent.CloseCheckoutSession()), new WireTargets(OwnId: session.RemoteId));
        Assert.Empty(await OpenSessionsAsync(order.RemoteId));
    }

    [Fact]
    public async Task Session_SecondOfAnOrder_NamesTheOneInTheWay()
    {
        var (order, session, _) = await CheckoutAsync();

        var refused = await SendAsync(NewOperation(new OperationIntent.CreateCheckoutSession("order", TimeSpan.FromMinutes(30))), new WireTargets(OrderId: order.RemoteId));

        Assert.Equal(session.RemoteId, Assert.IsType<GatewayResult<RemoteRecord>.Answered>(refused).Problem.ExistingCheckoutSessionId);
    }

    [Theory]
    [InlineData(RecordKind.PaymentLink)]
    [InlineData(RecordKind.Order)]
    [InlineData(RecordKind.CheckoutSession)]
    public async Task List_OfAKind_HasTheLastChangedFirstAndWhenItWasMade(RecordKind kind)
    {
        await MakeLinkAsync();
        await MakeLinkAsync();
        await CheckoutAsync();
        await CheckoutAsync();

        var page = await ListAsync(new PullQuery(kind, null, null));

        Assert.Equal(2, page.Records.Count);
        Assert.All(page.Records, record => Assert.Equal(kind, RecordCheck.KindOf(record)));
        Assert.All(page.Records, record => Assert.NotNull(record.CreatedAt));
        Assert.True(page.Records[0].UpdatedAt >= page.Records[1].UpdatedAt);
        Assert.Null(page.NextPageToken);
    }

    [Theory]
    [InlineData(RecordKind.PaymentLink)]
    [InlineData(RecordKind.Order)]
    public async Task List_WithATime_StillHasWhatChangedAfterIt(RecordKind kind)
    {
        var link = await MakeLinkAsync();
        var (order, _, _) = await CheckoutAsync();
        var wanted = kind == RecordKind.PaymentLink ? (RemoteRecord)link : order;

        Assert.Contains(wanted.RemoteId, (await ListAsync(new PullQuery(kind, wanted.UpdatedAt - TimeSpan.FromMinutes(10), null))).Records.Select(record => record.RemoteId));
    }

    [Fact]
    public async Task List_TokenThatIsNone_IsRefusedAsOne()
    {
        await MakeLinkAsync();
        RefuseTokens();

        Assert.IsType<GatewayResult<RemotePage>.Answered>(await Gateway.ListAsync(new PullQuery(RecordKind.PaymentLink, null, "nonsense"), CancellationToken.None));
    }

    private static CheckoutDraft Order => new() { LineItems = [new LineItem("Bike service", 1, Usd(8500))] };

    /// <summary>Page tokens are no longer good.</summary>
    protected abstract void RefuseTokens();

    private async Task<PaymentLinkSnapshot> MakeLinkAsync() => Assert.IsType<PaymentLinkSnapshot>(Succeeded(await SendAsync(NewLink())));

    private async Task<PaymentLinkSnapshot> EditAsync(PaymentLinkSnapshot link, PaymentLinkDraft mine) => Assert.IsType<PaymentLinkSnapshot>(Succeeded(await SendEditAsync(link, mine)));

    private Task<GatewayResult<RemoteRecord>> SendEditAsync(PaymentLinkSnapshot link, PaymentLinkDraft mine) =>
        SendAsync(NewOperation(new OperationIntent.UpdatePaymentLink(mine, PaymentLinkDraft.Of(link))), new WireTargets(OwnId: link.RemoteId, Link: link));

    private async Task<IReadOnlyList<RemoteRecord>> OpenSessionsAsync(string orderId) =>
        Assert.IsType<GatewayResult<IReadOnlyList<RemoteRecord>>.Succeeded>(await Gateway.FindOpenSessionsAsync(orderId, CancellationToken.None)).Value;

    private async Task<RemotePage> ListAsync(PullQuery query) => Assert.IsType<GatewayResult<RemotePage>.Succeeded>(await Gateway.ListAsync(query, CancellationToken.None)).Value;
}
