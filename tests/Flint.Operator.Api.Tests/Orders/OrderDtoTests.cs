using System.Net;
using Flint.Operator.Core.Checkouts;
using Flint.Operator.Core.Sync;
using Flint.Operator.Core.Sync.Connections;

namespace Flint.Operator.Api.Tests.Orders;

public sealed class OrderDtoTests : IDisposable
{
    private readonly ApiRig _rig = new();

    public void Dispose() => _rig.Dispose();

    [Fact]
    public async Task Read_WholeOrder_IsItsSnapshot()
    {
        var order = await SnapshotAsync(Answers.Order);

        Assert.Equal(("ord_1", Given.Reference, "1042", "open", "partially_paid"), (order.RemoteId, order.Reference, order.Number, order.Status, order.PaymentStatus));
        Assert.Equal([new LineItem("Bike service", 2, Given.Usd(8500))], order.LineItems);
        Assert.Equal((Given.Usd(18700), Given.Usd(1700)), (order.TotalMoney, order.TipMoney));
        Assert.Equal((Given.Usd(8700), Given.Usd(10000)), (order.PaidMoney, order.OutstandingMoney));
        Assert.Equal(Given.Now, order.UpdatedAt);
    }

    [Fact]
    public async Task Read_NullLines_AreNoLines()
    {
        var start = Answers.Order.IndexOf("[{", StringComparison.Ordinal);
        var end = Answers.Order.IndexOf("}]", StringComparison.Ordinal) + 2;

        Assert.Empty((await SnapshotAsync(Answers.Order[..start] + "null" + Answers.Order[end..])).LineItems);
    }

    [Fact]
    public async Task Read_UnknownWords_AreKept()
    {
        var order = await SnapshotAsync(Answers.Order.Replace("\"open\"", "\"on_hold\"", StringComparison.Ordinal).Replace("partially_paid", "disputed", StringComparison.Ordinal));

        Assert.Equal(("on_hold", "disputed"), (order.Status, order.PaymentStatus));
    }

    [Theory]
    [InlineData("\"order_id\":\"ord_1\",", "")]
    [InlineData("\"status\":\"open\",", "")]
    [InlineData("\"payment_status\":\"partially_paid\",", "")]
    [InlineData("\"quantity\":2", "\"quantity\":2.5")]
    [InlineData("\"quantity\":2", "\"quantity\":null")]
    [InlineData("\"unit_price_money\":{\"amount\":8500,\"currency\":\"USD\"}", "\"unit_price_money\":{\"amount\":8500,\"currency\":\"XXX\"}")]
    [InlineData("\"total_money\"", "\"total\"")]
    [InlineData("\"requested_tip_money\"", "\"tip\"")]
    [InlineData("\"paid_money\"", "\"paid\"")]
    [InlineData("\"outstanding_money\"", "\"due\"")]
    [InlineData("\"pricing_amounts\"", "\"amounts\"")]
    [InlineData("\"settlement_amounts\"", "\"amounts\"")]
    [InlineData("\"updated_at\":\"2026-09-14T10:00:00Z\"", "\"updated_at\":\"yesterday\"")]
    public async Task Read_WhatACounterNeedsIsMissingOrUnknown_IsUnreadable(string was, string becomes)
    {
        Assert.Contains(was, Answers.Order, StringComparison.Ordinal);
        _rig.Transport.Answer(HttpStatusCode.OK, Answers.Data(Answers.Order.Replace(was, becomes, StringComparison.Ordinal)));

        Assert.IsType<GatewayResult<RemoteRecord>.Unreadable>(await ReadAsync());
    }

    private Task<GatewayResult<RemoteRecord>> ReadAsync() => _rig.Operations.ReadAsync(RecordKind.Order, "ord_1", CancellationToken.None);

    private async Task<OrderSnapshot> SnapshotAsync(string data)
    {
        _rig.Transport.Answer(HttpStatusCode.OK, Answers.Data(data));
        return Assert.IsType<OrderSnapshot>(Assert.IsType<GatewayResult<RemoteRecord>.Succeeded>(await ReadAsync()).Value);
    }
}
