namespace Flint.Operator.Sandbox.Tests.Contract;

public sealed class SchemaPlaceTests
{
    [Theory]
    [InlineData("createOrder", "line_items[0].tax.calculation.components[0].jurisdiction.level")]
    [InlineData("createOrder", "tax.calculation.components[0].flat_money.currency")]
    [InlineData("createOrder", "metadata.k")]
    [InlineData("addOrderLineItems", "line_items[0].tax.calculation.components[0].jurisdiction.country")]
    [InlineData("resolvePaymentLink", "quantity_overrides.k")]
    [InlineData("resolvePaymentLink", "unit_price_overrides.k.amount")]
    [InlineData("resolvePaymentLink", "custom_field_values.k")]
    [InlineData("resolvePaymentLink", "modifiers.k.modifiers[0].text.value")]
    public void Of_ABody_GoesToItsEnds(string id, string param) =>
        Assert.Contains(param, SchemaPlace.Of(ContractDocument.Operation(id).Body!).Select(place => place.Param), StringComparer.Ordinal);

    [Fact]
    public void Of_ABodyThatContainsItself_SaysSo()
    {
        var schema = System.Text.Json.Nodes.JsonNode.Parse("""{"type":"object","properties":{"x":{"$ref":"#/components/schemas/UpdateOrderRequest"}}}""")!.AsObject();
        for (var depth = 0; depth < 14; depth++)
            schema = new System.Text.Json.Nodes.JsonObject { ["type"] = "object", ["properties"] = new System.Text.Json.Nodes.JsonObject { ["x"] = schema } };

        Assert.Throws<NotSupportedException>(() => SchemaPlace.Of(schema).Count());
    }
}
