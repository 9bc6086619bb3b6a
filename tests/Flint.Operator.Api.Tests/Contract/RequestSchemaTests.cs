namespace Flint.Operator.Api.Tests.Contract;

// The check itself must be able to fail, or the tests that use it prove nothing.
public sealed class RequestSchemaTests
{
    [Theory]
    [InlineData("CreateOrderRequest", """{"line_items":[]}""")]
    [InlineData("CreateOrderRequest", """{"line_items":[{"name":"A","unit_price_money":{"amount":"1","currency":"USD"}}]}""")]
    [InlineData("CreateOrderRequest", """{"line_items":[{"name":"A","unit_price_money":{"amount":1,"currency":"USD"}}],"title":"A"}""")]
    [InlineData("CreatePaymentLinkRequest", """{"line_items":[]}""")]
    [InlineData("CreatePaymentLinkRequest", """{"name":"A","amount_money":{"amount":1,"currency":"USD"}}""")]
    [InlineData("UpdatePaymentLinkRequest", """{"status":"paused"}""")]
    [InlineData("UpdatePaymentLinkRequest", """{"line_items":[{"name":"A","quantity":1,"unit_price_money":{"amount":1,"currency":"USD"}}]}""")]
    [InlineData("CreateOrderRequest", """{"line_items":[{"variant_id":"var_1","name":"A","unit_price_money":{"amount":1,"currency":"USD"}}]}""")]
    [InlineData("CreateOrderRequest", """{"line_items":[{"variant_id":"var_1"}],"requested_tip":{"percent":10,"amount_money":{"amount":1,"currency":"USD"}}}""")]
    [InlineData("CreateOrderRequest", """{"line_items":[{"variant_id":"var_1"}],"requested_tip":{"amount_money":{"amount":0,"currency":"USD"}}}""")]
    [InlineData("CreateOrderRequest", """{"line_items":[{"variant_id":"var_1"}],"requested_tip":{"amount_money":{"amount":1,"currency":"USD","minor":1}}}""")]
    [InlineData("CreateOrderRequest", """{"line_items":[{"variant_id":"var_1"}],"discounts":[{"manual":{"name":"A","percent":10}}]}""")]
    [InlineData("CreateOrderRequest", """{"line_items":[{"variant_id":"var_1"}],"tax":{"enabled":false,"calculation":{"mode":"automatic","price_mode":"additive"}}}""")]
    [InlineData("CreateCheckoutSessionRequest", """{"external_reference_id":"fop_1"}""")]
    [InlineData("CreateCheckoutSessionRequest", """{"order_id":"ord_1","quick_pay_item":{"name":"A","amount_money":{"amount":1,"currency":"USD"}}}""")]
    [InlineData("CreateCheckoutSessionRequest", """{"plan_id":"plan_1","replace_checkout_session_id":"cs_1"}""")]
    [InlineData("CloseCheckoutSessionRequest", """{"why":"done"}""")]
    public async Task Check_ShapeTheApiRefuses_FindsIt(string schema, string body) =>
        Assert.NotEmpty(await RequestSchema.CheckAsync(schema, System.Text.Encoding.UTF8.GetBytes(body)));

    // Its alternatives are open, as the document means them.
    [Theory]
    [InlineData("CreatePaymentLinkRequest", """{"name":"A","line_items":[{"name":"A","allow_unit_price_adjustment":true}]}""")]
    [InlineData("CreateOrderRequest", """{"line_items":[{"variant_id":"var_1","quantity":2}],"tax":{"enabled":false}}""")]
    [InlineData("CreateOrderRequest", """{"line_items":[{"variant_id":"var_1"}],"requested_tip":{"amount_money":{"amount":1,"currency":"USD"}}}""")]
    [InlineData("CreateOrderRequest", """{"line_items":[{"variant_id":"var_1"}],"discounts":[{"manual":{"name":"A","amount_money":{"amount":1,"currency":"USD"},"scope":"order"}}]}""")]
    [InlineData("CreateCheckoutSessionRequest", """{"order_id":"ord_1","replace_checkout_session_id":"cs_1"}""")]
    [InlineData("UpdatePaymentLinkRequest", """{"expected_version":3,"line_items":[{"variant_id":"var_1","quantity":1}]}""")]
    public async Task Check_ShapeTheApiTakes_FindsNothing(string schema, string body) =>
        Assert.Empty(await RequestSchema.CheckAsync(schema, System.Text.Encoding.UTF8.GetBytes(body)));
}
