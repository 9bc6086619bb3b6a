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
            Terms = LinkTerms.Plain,
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
    [InlineData("\"allow_quantity_adjustment\":true,\"max_quantity\":4", true)]
    [InlineData("\"max_quantity\":4", false)]
    [InlineData("\"suggested_unit_price_money_options\":[{\"amount\":100,\"currency\":\"USD\"}]", false)]
    [InlineData("\"description\":\"Holds your place\"", false)]
    [InlineData("\"tax\":{\"taxable\":true}", false)]
    [InlineData("\"allow_quantity_adjustment\":false,\"description\":null", true)]
    [InlineData("\"key\":\"deposit\"", true)]
    public async Task Read_LineWithMoreToIt_IsNotOneThatCanBeSentBack(string more, bool expected) => Assert.Equal(
        expected,
        (await SnapshotAsync(Answers.Link.Replace(Line, Line[..^1] + "," + more + "}", StringComparison.Ordinal))).Line is not null);

    [Fact]
    public async Task Read_PriceOfTheBuyer_IsARange()
    {
        const string Open = """{"payment_link_line_item_id":"plli_1","name":"Tip jar","quantity":1,"allow_unit_price_adjustment":true,"min_unit_price_money":{"amount":100,"currency":"USD"},"suggested_unit_price_money_options":[{"amount":500,"currency":"USD"}]}""";

        var link = await SnapshotAsync(Answers.Link.Replace(Line, Open, StringComparison.Ordinal));

        Assert.Equal(LinkPricing.BuyerChooses, link.Terms!.Pricing);
        Assert.Equal(new PriceRange { Minimum = Given.Usd(100), Suggested = [Given.Usd(500)] }, link.Terms.Range);
        Assert.NotNull(link.Line);
    }

    [Fact]
    public async Task Read_Donation_HasItsAmountsAndNoLine()
    {
        var link = await SnapshotAsync(Answers.Link.Replace(
            $"\"line_items\":[{Line}]",
            """
            "line_items":null,"payment_link_type":"donation","donation_min_amount_money":{"amount":0,"currency":"USD"},"donation_max_amount_money":{"amount":9000,"currency":"USD"}
            """,
            StringComparison.Ordinal));

        Assert.Equal((LinkPricing.Donation, null), (link.Terms!.Pricing, link.Line));
        Assert.Equal(new PriceRange { Maximum = Given.Usd(9000) }, link.Terms.Range);
    }

    [Fact]
    public async Task Read_Questions_AreInTheirPlacesWithTheirIds()
    {
        var link = await SnapshotAsync(With("""
            "custom_fields":[{"payment_link_custom_field_id":"plcf_2","custom_field_type":"textarea","key":"note","label":"Note","position":1,"max_length":80},
             {"payment_link_custom_field_id":"plcf_1","custom_field_type":"dropdown","key":"day","label":"Day","options":["Sat","Sun"],"required":true,"position":0}]
            """));

        Assert.Equal([new LinkQuestion("day", QuestionKind.Dropdown, "Day") { IsRequired = true, Options = ["Sat", "Sun"] }, new LinkQuestion("note", QuestionKind.LongText, "Note") { MaximumLength = 80 }], link.Terms!.Questions);
        Assert.Equal([new LinkQuestionId("day", "plcf_1"), new LinkQuestionId("note", "plcf_2")], link.QuestionIds);
        Assert.False(link.HasForeignQuestions);
    }

    [Theory]
    [InlineData("\"custom_field_type\":\"signature\"")]
    [InlineData("\"custom_field_type\":\"text\",\"visible_when\":{\"day\":\"Sat\"}")]
    public async Task Read_QuestionOfALaterKind_LocksThemAll(string kind) =>
        Assert.True((await SnapshotAsync(With($$"""
            "custom_fields":[{"payment_link_custom_field_id":"plcf_1",{{kind}},"key":"sign","label":"Sign"}]
            """))).HasForeignQuestions);

    [Fact]
    public async Task Read_WordsAndLimits_AreTerms()
    {
        var link = await SnapshotAsync(With("""
            "description":"Holds your place","max_completions":40,"inactive_message":"","expiration":{"expires_in_seconds":900,"expiration_url":"https://shop.example.test/over"}
            """));

        Assert.Equal(new LinkTerms { Description = "Holds your place", MaximumCompletions = 40, CheckoutLife = TimeSpan.FromMinutes(15) }, link.Terms);
        Assert.Equal("https://shop.example.test/over", link.ExpirationUrl);
    }

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

    private static string With(string members) => Answers.Link.Replace("\"version\":3", $"\"version\":3,{members}", StringComparison.Ordinal);

    private Task<GatewayResult<RemoteRecord>> ReadAsync() => _rig.Operations.ReadAsync(RecordKind.PaymentLink, "pl_1", CancellationToken.None);

    private async Task<PaymentLinkSnapshot> SnapshotAsync(string data)
    {
        _rig.Transport.Answer(HttpStatusCode.OK, Answers.Data(data));
        return Assert.IsType<PaymentLinkSnapshot>(Assert.IsType<GatewayResult<RemoteRecord>.Succeeded>(await ReadAsync()).Value);
    }
}
