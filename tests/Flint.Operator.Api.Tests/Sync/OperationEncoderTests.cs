using System.Text;
using Flint.Operator.Api.Sync;
using Flint.Operator.Api.Tests.Contract;
using Flint.Operator.Core.Amounts;
using Flint.Operator.Core.Checkouts;
using Flint.Operator.Core.PaymentLinks;
using Flint.Operator.Core.Sync;
using Flint.Operator.Core.Sync.Operations;
using Flint.Operator.Core.Sync.Push;

namespace Flint.Operator.Api.Tests.Sync;

public sealed class OperationEncoderTests
{
    private const string Metadata = "\"metadata\":{\"operator\":\"Ana\",\"app\":\"flint-operator/0.1.0\"}";

    private static readonly WireTargets Targets = new(OwnId: "cs_1", OrderId: "ord_1", ReplacesSessionId: "cs_0");

    public static TheoryData<string> AllIntents => [.. Intents.Keys];

    private static Dictionary<string, (OperationIntent Intent, string Schema)> Intents { get; } = new(StringComparer.Ordinal)
    {
        ["link"] = (new OperationIntent.CreatePaymentLink(Given.LinkDraft), "CreatePaymentLinkRequest"),
        ["order"] = (new OperationIntent.CreateOrder(Given.CheckoutDraft), "CreateOrderRequest"),
        ["order in full"] = (new OperationIntent.CreateOrder(Given.CheckoutDraft with { TipPercent = 10, Note = "Thanks", CustomerReference = "M-77" }), "CreateOrderRequest"),
        ["order at a discount"] = (new OperationIntent.CreateOrder(Given.CheckoutDraft with { Discount = new OrderDiscount("Members", Percent: 10), TipMoney = Given.Usd(300) }), "CreateOrderRequest"),
        ["session"] = (new OperationIntent.CreateCheckoutSession("O", TimeSpan.FromMinutes(30), "S0"), "CreateCheckoutSessionRequest"),
        ["pause"] = (new OperationIntent.SetPaymentLinkActive(false), "UpdatePaymentLinkRequest"),
        ["resume"] = (new OperationIntent.SetPaymentLinkActive(true), "UpdatePaymentLinkRequest"),
        ["close"] = (new OperationIntent.CloseCheckoutSession(), "CloseCheckoutSessionRequest"),
    };

    [Theory]
    [MemberData(nameof(AllIntents))]
    public async Task Encode_AnyIntent_FitsThePublishedShape(string name)
    {
        var wire = OperationEncoder.Encode(Given.Operation(Intents[name].Intent), Targets);

        Assert.Empty(await RequestSchema.CheckAsync(Intents[name].Schema, wire.Body));
    }

    [Theory]
    [MemberData(nameof(AllIntents))]
    public void Encode_Twice_GivesTheSameBytes(string name)
    {
        var operation = Given.Operation(Intents[name].Intent);

        Assert.Equal(OperationEncoder.Encode(operation, Targets), OperationEncoder.Encode(operation, Targets));
    }

    [Fact]
    public void Encode_CreatePaymentLink_WritesOneLine() => AssertWire(
        "link",
        "POST /v1/payment-links",
        $$$"""{"name":"Stall deposit","external_reference_id":"{{{Given.Reference}}}","line_items":[{"name":"Stall deposit","quantity":1,"unit_price_money":{"amount":4500,"currency":"USD"}}],{{{Metadata}}}}""");

    [Fact]
    public void Encode_CreateOrder_LeavesOutWhatIsNotSet() => AssertWire(
        "order",
        "POST /v1/orders",
        $$$"""{"external_reference_id":"{{{Given.Reference}}}","line_items":[{"name":"Bike service","quantity":1,"unit_price_money":{"amount":8500,"currency":"USD"}},{"name":"Inner tube","quantity":2,"unit_price_money":{"amount":950,"currency":"USD"}}],"tax":{"enabled":false},{{{Metadata}}}}""");

    [Fact]
    public void Encode_CreateOrderWithTipAndNotes_WritesThem() => AssertWire(
        "order in full",
        "POST /v1/orders",
        $$$"""{"external_reference_id":"{{{Given.Reference}}}","line_items":[{"name":"Bike service","quantity":1,"unit_price_money":{"amount":8500,"currency":"USD"}},{"name":"Inner tube","quantity":2,"unit_price_money":{"amount":950,"currency":"USD"}}],"requested_tip":{"percent":10},"tax":{"enabled":false},"buyer_note":"Thanks","internal_note":"M-77",{{{Metadata}}}}""");

    [Fact]
    public void Encode_CreateOrderAtADiscount_WritesTheAmountThatItComesTo() => AssertWire(
        "order at a discount",
        "POST /v1/orders",
        $$$"""{"external_reference_id":"{{{Given.Reference}}}","line_items":[{"name":"Bike service","quantity":1,"unit_price_money":{"amount":8500,"currency":"USD"}},{"name":"Inner tube","quantity":2,"unit_price_money":{"amount":950,"currency":"USD"}}],"discounts":[{"manual":{"name":"Members","amount_money":{"amount":1040,"currency":"USD"},"scope":"order"}}],"requested_tip":{"amount_money":{"amount":300,"currency":"USD"}},"tax":{"enabled":false},{{{Metadata}}}}""");

    [Fact]
    public void Encode_CreateSession_NamesOrderLifeAndPredecessor() => AssertWire(
        "session",
        "POST /v1/checkout-sessions",
        $$$"""{"order_id":"ord_1","external_reference_id":"{{{Given.Reference}}}","expiration":{"expires_in_seconds":1800},"replace_checkout_session_id":"cs_0",{{{Metadata}}}}""");

    [Fact]
    public void Encode_CreateSessionWithoutOpenPredecessor_LeavesReplaceOut()
    {
        var wire = OperationEncoder.Encode(Given.Operation(Intents["session"].Intent), new WireTargets(OrderId: "ord_1"));

        Assert.DoesNotContain("replace", Encoding.UTF8.GetString(wire.Body.Span), StringComparison.Ordinal);
    }

    [Fact]
    public void Encode_Pause_ChangesOnlyTheStatus() => AssertWire("pause", "PATCH /v1/payment-links/cs_1", """{"status":"inactive"}""");

    [Fact]
    public void Encode_Resume_ChangesOnlyTheStatus() => AssertWire("resume", "PATCH /v1/payment-links/cs_1", """{"status":"active"}""");

    [Fact]
    public void Encode_Close_HasAnEmptyObjectForABody() => AssertWire("close", "POST /v1/checkout-sessions/cs_1/close", "{}");

    [Fact]
    public void Encode_IdWithASlash_KeepsItInItsPlace()
    {
        var wire = OperationEncoder.Encode(Given.Operation(Intents["close"].Intent), new WireTargets(OwnId: "cs/1"));

        Assert.Equal("/v1/checkout-sessions/cs%2F1/close", wire.Path);
    }

    [Theory]
    [InlineData("JPY", 15000)]
    [InlineData("KWD", 1)]
    [InlineData("USD", 99_999_999)]
    public void Encode_AnyCurrency_WritesTheTappedMinorUnits(string currency, long minor)
    {
        var draft = new PaymentLinkDraft("A", new Money(minor, Currency.Of(currency)));

        var wire = OperationEncoder.Encode(Given.Operation(new OperationIntent.CreatePaymentLink(draft)), new WireTargets());

        Assert.Contains($$"""{"amount":{{minor}},"currency":"{{currency}}"}""", Encoding.UTF8.GetString(wire.Body.Span), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Café \"Zoë\" 🚲\n<b>")]
    [InlineData("half of a pair: \ud83d")]
    public async Task Encode_AnyText_IsWholeJson(string title)
    {
        var wire = OperationEncoder.Encode(Given.Operation(new OperationIntent.CreatePaymentLink(Given.LinkDraft with { Title = title })), new WireTargets());

        Assert.Empty(await RequestSchema.CheckAsync("CreatePaymentLinkRequest", wire.Body));
        Assert.All(wire.Body.ToArray(), value => Assert.InRange(value, (byte)' ', (byte)'~'));
    }

    [Fact]
    public void Encode_NoOperatorName_LeavesTheMemberOut()
    {
        var wire = OperationEncoder.Encode(Given.Operation(Intents["order"].Intent, operatorName: " "), Targets);

        Assert.EndsWith("\"metadata\":{\"app\":\"flint-operator/0.1.0\"}}", Encoding.UTF8.GetString(wire.Body.Span), StringComparison.Ordinal);
    }

    [Fact]
    public void Encode_NextGeneration_ChangesNoByte()
    {
        var operation = Given.Operation(Intents["order"].Intent);

        Assert.Equal(OperationEncoder.Encode(operation, Targets), OperationEncoder.Encode(operation with { Generation = 1 }, Targets));
    }

    private static void AssertWire(string name, string route, string body)
    {
        var wire = OperationEncoder.Encode(Given.Operation(Intents[name].Intent), Targets);

        Assert.Equal(route, wire.ToString());
        Assert.Equal(body, Encoding.UTF8.GetString(wire.Body.Span));
    }
}
