using System.Net;
using Flint.Operator.Core.Amounts;
using Flint.Operator.Core.PaymentLinks;
using Flint.Operator.Core.Sync;
using Flint.Operator.Core.Sync.Connections;

namespace Flint.Operator.Api.Tests.PaymentLinks;

public sealed class PaymentLinkDtoTests : IDisposable
{
    private const string Line = """{"payment_link_line_item_id":"plli_1","name":"Stall deposit","quantity":1,"unit_price_money":{"amount":4500,"currency":"USD"}}""";

    private readonly ApiRig _rig = new();

    public void Dispose() => _rig.Dispose();

    [Fact]
    public async Task Read_WholeLink_IsItsSnapshot() => Assert.Equal(
        new PaymentLinkSnapshot
        {
            RemoteId = "pl_1",
            Reference = Given.Reference,
            UpdatedAt = Given.Now.AddTicks(1_234_567),
            Title = "Stall deposit",
            AmountMoney = Given.Usd(4500),
            Line = new PaymentLinkLine("plli_1", null, "Stall deposit", 1),
            IsActive = true,
            Url = "https://checkout.withflintpay.com/pay/pl_1",
            Version = 3,
            CompletedCount = 2,
            Origin = "api",
        },
        await SnapshotAsync(Answers.Link));

    [Theory]
    [InlineData("null")]
    [InlineData("[]")]
    [InlineData("[null]")]
    [InlineData("""[{"quantity":1,"variant_id":"var_1"}]""")]
    [InlineData("""[{"quantity":1,"name":"Tip jar","allow_unit_price_adjustment":true}]""")]
    public async Task Read_NoFixedPrice_HasNoAmount(string lines) =>
        Assert.Null((await SnapshotAsync(Answers.Link.Replace($"[{Line}]", lines, StringComparison.Ordinal))).AmountMoney);

    [Theory]
    [InlineData("\"allow_quantity_adjustment\":true", false)]
    [InlineData("\"description\":\"Holds your place\"", false)]
    [InlineData("\"tax\":{\"taxable\":true}", false)]
    [InlineData("\"allow_quantity_adjustment\":false,\"description\":null", true)]
    [InlineData("\"key\":\"deposit\"", true)]
    public async Task Read_LineWithMoreToIt_IsNotOneThatCanBeSentBack(string more, bool expected) => Assert.Equal(
        expected,
        (await SnapshotAsync(Answers.Link.Replace(Line, Line[..^1] + "," + more + "}", StringComparison.Ordinal))).Line is not null);

    [Fact]
    public async Task Read_SeveralLines_TakesTheFirstPrice()
    {
        var second = Line.Replace("4500", "1", StringComparison.Ordinal);

        Assert.Equal(Given.Usd(4500), (await SnapshotAsync(Answers.Link.Replace(Line, $"{Line},{second}", StringComparison.Ordinal))).AmountMoney);
    }

    [Theory]
    [InlineData("active", true)]
    [InlineData("inactive", false)]
    [InlineData("archived", false)]
    public async Task Read_Status_OnlyActiveTakesBuyers(string status, bool isActive) =>
        Assert.Equal(isActive, (await SnapshotAsync(Answers.Link.Replace("\"active\"", $"\"{status}\"", StringComparison.Ordinal))).IsActive);

    [Fact]
    public async Task Read_NewAndNullMembers_AreNoHindrance()
    {
        var link = Answers.Link.Replace("\"version\":3", "\"version\":3,\"delivery_method_ids\":null,\"later\":{\"deep\":[{}]},\"theme\":null", StringComparison.Ordinal);

        Assert.Equal("pl_1", (await SnapshotAsync(link)).RemoteId);
    }

    [Fact]
    public async Task Read_CurrencyWithoutDecimals_KeepsMinorUnits() =>
        Assert.Equal(new Money(4500, Currency.Of("JPY")), (await SnapshotAsync(Answers.Link.Replace("USD", "JPY", StringComparison.Ordinal))).AmountMoney);

    [Theory]
    [InlineData("\"currency\":\"USD\"", "\"currency\":\"ZZZ\"")]
    [InlineData("\"currency\":\"USD\"", "\"currency\":null")]
    [InlineData("\"amount\":4500", "\"amount\":\"4500\"")]
    [InlineData("\"amount\":4500", "\"amount\":45.5")]
    [InlineData("\"payment_link_id\":\"pl_1\"", "\"payment_link_id\":\"\"")]
    [InlineData("\"payment_link_id\":\"pl_1\",", "")]
    [InlineData("\"name\":\"Stall deposit\",\"status\"", "\"status\"")]
    [InlineData("\"status\":\"active\",", "")]
    [InlineData("\"url\":\"https://checkout.withflintpay.com/pay/pl_1\",", "")]
    [InlineData("\"version\":3,", "")]
    public async Task Read_WhatACounterNeedsIsMissingOrUnknown_IsUnreadable(string was, string becomes)
    {
        Assert.Contains(was, Answers.Link, StringComparison.Ordinal);
        _rig.Transport.Answer(HttpStatusCode.OK, Answers.Data(Answers.Link.Replace(was, becomes, StringComparison.Ordinal)));

        Assert.IsType<GatewayResult<RemoteRecord>.Unreadable>(await ReadAsync());
    }

    private Task<GatewayResult<RemoteRecord>> ReadAsync() => _rig.Operations.ReadAsync(RecordKind.PaymentLink, "pl_1", CancellationToken.None);

    private async Task<PaymentLinkSnapshot> SnapshotAsync(string data)
    {
        _rig.Transport.Answer(HttpStatusCode.OK, Answers.Data(data));
        return Assert.IsType<PaymentLinkSnapshot>(Assert.IsType<GatewayResult<RemoteRecord>.Succeeded>(await ReadAsync()).Value);
    }
}
