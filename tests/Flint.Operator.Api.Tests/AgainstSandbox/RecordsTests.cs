using Flint.Operator.Core.Checkouts;
using Flint.Operator.Core.PaymentLinks;
using Flint.Operator.Core.Sync;
using Flint.Operator.Core.Sync.Connections;
using Flint.Operator.Core.Sync.Operations;
using Flint.Operator.Core.Sync.Push;
using Flint.Operator.Core.Validation;

namespace Flint.Operator.Api.Tests.AgainstSandbox;

public sealed class RecordsTests(SandboxRig rig) : IClassFixture<SandboxRig>
{
    [Fact]
    public async Task PaymentLink_CreatedPausedResumed_ReadsBackAsTapped()
    {
        var create = Given.Operation(new OperationIntent.CreatePaymentLink(Given.LinkDraft), id: "link-1");
        var link = await rig.SendAsync<PaymentLinkSnapshot>(create);

        Assert.Equal(("Stall deposit", Given.Usd(4500), true, create.Reference), (link.Title, link.AmountMoney, link.IsActive, link.Reference));
        Assert.True(RecordCheck.IsOurs(create, link, new WireTargets()));
        Assert.NotEmpty(link.Url);

        var targets = new WireTargets(OwnId: link.RemoteId);
        var paused = await rig.SendAsync<PaymentLinkSnapshot>(Given.Operation(new OperationIntent.SetPaymentLinkActive(false), id: "link-1-pause"), targets);
        Assert.Equal((link.RemoteId, false), (paused.RemoteId, paused.IsActive));
        Assert.True(paused.Version > link.Version);

        var resumed = await rig.SendAsync<PaymentLinkSnapshot>(Given.Operation(new OperationIntent.SetPaymentLinkActive(true), id: "link-1-resume"), targets);
        Assert.True(resumed.IsActive);
        Assert.Equal(resumed, Assert.Single(await rig.FindAsync(create)));
    }

    [Fact]
    public async Task Order_WithTipAndNotes_ReadsBackTheApisAmounts()
    {
        var draft = Given.CheckoutDraft with { TipPercent = 10, Note = "Thanks", CustomerReference = "M-77" };
        var create = Given.Operation(new OperationIntent.CreateOrder(draft), id: "order-1");
        var order = await rig.SendAsync<OrderSnapshot>(create);

        Assert.Equal((draft.EstimatedTotal, draft.EstimatedTip), (order.TotalMoney, order.TipMoney));
        Assert.Equal((Given.Usd(0), order.TotalMoney), (order.PaidMoney, order.OutstandingMoney));
        Assert.Equal(draft.LineItems, order.LineItems);
        Assert.Equal(("open", "unpaid", create.Reference), (order.Status, order.PaymentStatus, order.Reference));
        Assert.False(string.IsNullOrEmpty(order.Number));

        var read = await rig.Operations.ReadAsync(RecordKind.Order, order.RemoteId, CancellationToken.None);
        Assert.Equal(order.RemoteId, Assert.IsType<GatewayResult<RemoteRecord>.Succeeded>(read).Value.RemoteId);
    }

    // The promise on the charge screen: what we estimate is what the API agrees to.
    [Theory]
    [InlineData(10, null, null, null)]
    [InlineData(33, null, 15, null)]
    [InlineData(99, null, 1, null)]
    [InlineData(null, 1234L, 17, null)]
    [InlineData(null, 1L, null, 777L)]
    [InlineData(7, null, null, 100_000L)]
    [InlineData(null, null, null, 1L)]
    public async Task Order_WithDiscountAndTip_CostsWhatWasEstimated(int? off, long? offMinor, int? tip, long? tipMinor)
    {
        var draft = Given.CheckoutDraft with
        {
            Discount = off is null && offMinor is null ? null : new OrderDiscount("Members", off, offMinor is { } amount ? Given.Usd(amount) : null),
            TipPercent = tip,
            TipMoney = tipMinor is { } money ? Given.Usd(money) : null,
        };
        Assert.Empty(draft.Validate(DraftLimits.Default));

        var order = await rig.SendAsync<OrderSnapshot>(Given.Operation(new OperationIntent.CreateOrder(draft), id: $"discount-{off}-{offMinor}-{tip}-{tipMinor}"));

        Assert.Equal((draft.EstimatedDiscount, draft.EstimatedTip, draft.EstimatedTotal), (order.DiscountMoney, order.TipMoney, order.TotalMoney));
        Assert.Equal(draft.EstimatedTotal, order.OutstandingMoney);
    }

    // Our check before the send and the API's own agree on where the cap stands.
    [Fact]
    public async Task Order_TipOneOverTheCap_IsRefusedThereAsHere()
    {
        var draft = Given.CheckoutDraft with { TipMoney = Given.Usd(100_001) };
        Assert.Equal(new FieldError("tip.amount", FieldProblem.TooLarge, 100_000), Assert.Single(draft.Validate(DraftLimits.Default)));

        var result = await rig.SendAsync(Given.Operation(new OperationIntent.CreateOrder(draft), id: "tip-over-the-cap"));

        Assert.Equal("TIP_LIMIT_EXCEEDED", Assert.IsType<GatewayResult<RemoteRecord>.Answered>(result).Problem.Code);
    }

    [Fact]
    public async Task Session_CreatedReplacedClosed_FollowsItsOrder()
    {
        var order = await rig.SendAsync<OrderSnapshot>(Given.Operation(new OperationIntent.CreateOrder(Given.CheckoutDraft), id: "order-2"));
        var first = Given.Operation(new OperationIntent.CreateCheckoutSession("O", TimeSpan.FromMinutes(30)), id: "session-1");
        var session = await rig.SendAsync<CheckoutSessionSnapshot>(first, new WireTargets(OrderId: order.RemoteId));

        Assert.Equal((order.RemoteId, "open", first.Reference), (session.OrderId, session.Status, session.Reference));
        Assert.Contains("#checkout_token=", session.Url, StringComparison.Ordinal);
        Assert.NotNull(session.ExpiresAt);
        Assert.Equal(session.RemoteId, Assert.Single(await rig.FindAsync(first)).RemoteId);

        var second = Given.Operation(new OperationIntent.CreateCheckoutSession("O", TimeSpan.FromMinutes(30), "S"), id: "session-2");
        var replacing = await rig.SendAsync<CheckoutSessionSnapshot>(second, new WireTargets(OrderId: order.RemoteId, ReplacesSessionId: session.RemoteId));
        var replaced = Assert.IsType<CheckoutSessionSnapshot>(Assert.Single(await rig.FindAsync(first)));
        Assert.Equal(("invalidated", "superseded"), (replaced.Status, replaced.TerminalReason));

        var closed = await rig.SendAsync<CheckoutSessionSnapshot>(
            Given.Operation(new OperationIntent.CloseCheckoutSession(), id: "session-2-close"), new WireTargets(OwnId: replacing.RemoteId));
        Assert.Equal((replacing.RemoteId, "closed"), (closed.RemoteId, closed.Status));
    }

    [Fact]
    public async Task Session_SecondForTheSameOrder_NamesTheOpenOne()
    {
        var order = await rig.SendAsync<OrderSnapshot>(Given.Operation(new OperationIntent.CreateOrder(Given.CheckoutDraft), id: "order-3"));
        var targets = new WireTargets(OrderId: order.RemoteId);
        var session = await rig.SendAsync<CheckoutSessionSnapshot>(Given.Operation(new OperationIntent.CreateCheckoutSession("O", TimeSpan.FromMinutes(30)), id: "session-3"), targets);

        var result = await rig.SendAsync(Given.Operation(new OperationIntent.CreateCheckoutSession("O", TimeSpan.FromMinutes(30)), id: "session-4"), targets);

        var problem = Assert.IsType<GatewayResult<RemoteRecord>.Answered>(result).Problem;
        Assert.Equal(("CHECKOUT_SESSION_ALREADY_EXISTS", session.RemoteId), (problem.Code, problem.ExistingCheckoutSessionId));
    }

    [Fact]
    public async Task Order_PatchedAndClosed_TakesTheirRoutes()
    {
        var order = await rig.SendAsync<OrderSnapshot>(Given.Operation(new OperationIntent.CreateOrder(Given.CheckoutDraft), id: "order-4"));

        var patch = new WireRequest("PATCH", $"/v1/orders/{order.RemoteId}", """{"buyer_note":"Later"}"""u8.ToArray());
        Assert.IsType<GatewayResult<RemoteRecord>.Succeeded>(await rig.Operations.SendAsync(RecordKind.Order, patch, "key-patch", "req-1", CancellationToken.None));

        var close = new WireRequest("POST", $"/v1/orders/{order.RemoteId}/close", "{}"u8.ToArray());
        var closed = await rig.Operations.SendAsync(RecordKind.Order, close, "key-close", "req-1", CancellationToken.None);
        Assert.Equal("closed", Assert.IsType<OrderSnapshot>(Assert.IsType<GatewayResult<RemoteRecord>.Succeeded>(closed).Value).Status);
    }

    [Fact]
    public async Task Find_NothingSent_IsEmpty() =>
        Assert.Empty(await rig.FindAsync(Given.Operation(new OperationIntent.CreatePaymentLink(Given.LinkDraft), id: "never-sent")));

    [Fact]
    public async Task Find_MoreRowsThanAPage_FollowsThePages()
    {
        var create = Given.Operation(new OperationIntent.CreatePaymentLink(Given.LinkDraft), id: "many");
        for (var generation = 0; generation < 101; generation++)
        {
            await rig.SendAsync<PaymentLinkSnapshot>(create with { Generation = generation });
        }

        Assert.Equal(101, (await rig.FindAsync(create)).Select(link => link.RemoteId).Distinct(StringComparer.Ordinal).Count());
    }
}
