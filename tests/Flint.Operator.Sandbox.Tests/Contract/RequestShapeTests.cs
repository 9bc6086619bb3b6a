using System.Text.Json.Nodes;
using Flint.Operator.Sandbox.CheckoutSessions;
using Flint.Operator.Sandbox.Http.Shapes;
using Flint.Operator.Sandbox.Orders;
using Flint.Operator.Sandbox.PaymentLinks;
using Flint.Operator.Sandbox.Refunds;

namespace Flint.Operator.Sandbox.Tests.Contract;

/// <summary>The sandbox must take exactly the fields the contract names: no more, or a client's typo would pass; no fewer.</summary>
public sealed class RequestShapeTests
{
    /// <summary>Deliberate differences, each for a reason the contract notes give.</summary>
    private static readonly HashSet<string> Known = new(StringComparer.Ordinal)
    {
        "$.event_config.timezone: extra", // asked for by the catalog, absent from the base document
        "$.line_items[].modifiers[].order_line_item_modifier_id: missing", // ruled out on create by the same schema
        "$.line_items[].tax.calculation.components[].flat_money: missing", // ruled out by a "not"
        "$.tax.calculation.components[].percentage: missing", // ruled out by a "not"
        "$.tax.calculation.components[].flat_money: missing", // ruled out by a "not"
    };

    public static TheoryData<string> Names => [.. Shapes().Keys];

    [Theory]
    [MemberData(nameof(Names))]
    public void Shape_AgainstContract_TakesTheSameFields(string schema)
    {
        var differences = new List<string>();
        Compare(Shapes()[schema], ContractDocument.Schema(schema), "$", differences);
        Assert.Equal("", string.Join(", ", differences.Except(Known, StringComparer.Ordinal)));
    }

    private static Dictionary<string, ObjectShape> Shapes() => new(StringComparer.Ordinal)
    {
        ["CreatePaymentLinkRequest"] = PaymentLinkShapes.Create,
        ["UpdatePaymentLinkRequest"] = PaymentLinkShapes.Update,
        ["ResolvePaymentLinkRequest"] = PaymentLinkShapes.Resolve,
        ["CreateOrderRequest"] = OrderShapes.Create,
        ["UpdateOrderRequest"] = OrderShapes.Update,
        ["AddLineItemsRequest"] = OrderShapes.AddLines,
        ["UpdateLineItemRequest"] = OrderLineShapes.Update,
        ["CreateRefundRequest"] = RefundShapes.Create,
        ["CloseOrderRequest"] = OrderShapes.Close,
        ["CreateCheckoutSessionRequest"] = CheckoutSessionShapes.Create,
        ["UpdateCheckoutSessionRequest"] = CheckoutSessionShapes.Update,
        ["CloseCheckoutSessionRequest"] = CheckoutSessionShapes.Close,
    };

    private static void Compare(Shape shape, JsonObject schema, string path, List<string> differences)
    {
        schema = Plain(schema);
        switch (shape)
        {
            case NullableShape nullable:
                Compare(nullable.Inner, schema, path, differences);
                break;
            case ListShape list when schema["items"] is JsonObject item:
                Compare(list.Item, item, $"{path}[]", differences);
                break;
            case ChoiceShape choice when schema["enum"] is JsonArray values:
                if (!values.Select(value => value!.GetValue<string>()).Order(StringComparer.Ordinal).SequenceEqual(choice.Values.Order(StringComparer.Ordinal), StringComparer.Ordinal))
                    differences.Add($"{path}: choices");
                break;
            case ObjectShape members when schema["properties"] is JsonObject properties:
                CompareMembers(members, schema, properties, path, differences);
                break;
        }
    }

    private static void CompareMembers(ObjectShape shape, JsonObject schema, JsonObject properties, string path, List<string> differences)
    {
        var required = schema["required"]?.AsArray().Select(name => name!.GetValue<string>()).ToHashSet(StringComparer.Ordinal) ?? [];
        foreach (var (name, property) in properties)
        {
            var field = Array.Find(shape.Fields, field => string.Equals(field.Name, name, StringComparison.Ordinal));
            if (field is null)
            {
                differences.Add($"{path}.{name}: missing");
                continue;
            }

            if (field.IsRequired != required.Contains(name))
                differences.Add($"{path}.{name}: required");
            Compare(field.Shape, property!.AsObject(), $"{path}.{name}", differences);
        }

        differences.AddRange(shape.Fields.Where(field => !properties.ContainsKey(field.Name)).Select(field => $"{path}.{field.Name}: extra"));
    }

    /// <summary>Looks through references, a wrapper of one, and "or null".</summary>
    private static JsonObject Plain(JsonObject schema)
    {
        schema = ContractDocument.Resolve(schema);
        var parts = (schema["anyOf"] ?? schema["allOf"]) as JsonArray;
        return parts?.OfType<JsonObject>().FirstOrDefault(part => part["$ref"] is not null) is { } inner ? Plain(inner) : schema;
    }
}
