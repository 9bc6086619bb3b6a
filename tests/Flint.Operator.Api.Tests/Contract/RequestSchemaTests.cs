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
    [InlineData("CreateCheckoutSessionRequest", """{"external_reference_id":"fop_1"}""")]
    [InlineData("CloseCheckoutSessionRequest", """{"why":"done"}""")]
    public async Task Check_ShapeTheApiRefuses_FindsIt(string schema, string body) =>
        Assert.NotEmpty(await RequestSchema.CheckAsync(schema, System.Text.Encoding.UTF8.GetBytes(body)));
}
