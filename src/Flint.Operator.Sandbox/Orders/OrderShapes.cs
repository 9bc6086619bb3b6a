using Flint.Operator.Sandbox.Http.Shapes;
using static Flint.Operator.Sandbox.Http.Shapes.ShapeField;
using static Flint.Operator.Sandbox.Http.Shapes.SharedShapes;

namespace Flint.Operator.Sandbox.Orders;

internal static class OrderShapes
{
    public const int MostLines = 200;
    public const long LargestQuantity = 999_999;

    private static readonly ObjectShape Tip = new(
        Optional("amount_money", PositiveMoney),
        Optional("percent", new NumberShape(1, 100) { Code = "INVALID_TIP_PERCENT" }),
        Optional("name", Name), Optional("description", Note), Optional("metadata", new MetadataShape()))
    {
        Rules = [new ExactlyOne("INVALID_TIP", "INVALID_TIP", "amount_money", "percent")],
    };

    private static readonly ObjectShape Discount = new(
        Optional("manual", new ObjectShape(
            Required("name", Name), Required("amount_money", Money),
            Optional("scope", new ChoiceShape("order", "line_item")),
            Optional("discount_class", new ChoiceShape("order", "line_item", "service_charge")),
            Optional("order_line_item_ids", new ListShape(Text)), Optional("order_charge_ids", new ListShape(Text)))),
        Optional("promotion", new ObjectShape(Optional("promotion_id", Text), Optional("promotion_code", Text))
        {
            Rules = [new ExactlyOne("FIELD_REQUIRED", "VALIDATION_ERROR", "promotion_id", "promotion_code")],
        }))
    {
        Rules = [new ExactlyOne("FIELD_REQUIRED", "VALIDATION_ERROR", "manual", "promotion")],
    };

    private static readonly ObjectShape Destination = new(
        Required("address", new ObjectShape(
            Required("line1", Filled with { Max = 255 }), Optional("line2", new TextShape(0, 255)), Required("city", Filled with { Max = 100 }), Required("country", Country),
            Optional("postal_code", new TextShape(0, 20)), Optional("state", new TextShape(0, 100)))),
        Optional("recipient", new ObjectShape(
            Optional("name", new TextShape(0, 255)), Optional("phone", new TextShape(0, 30)))
        {
            Rules = [new AtLeastOneField("FIELD_REQUIRED")],
        }));

    private static readonly ObjectShape Routing = new(
        Required("type", new ChoiceShape("fixed_location", "policy", "policy_version")),
        Optional("location_id", Text), Optional("location_ids", new ListShape(Text)),
        Optional("inventory_allocation_policy_id", Text), Optional("inventory_allocation_policy_version_id", Text));

    private static readonly ShapeField[] Writable =
    [
        Optional("customer_id", Text), Optional("buyer_note", Note), Optional("internal_note", Note),
        Optional("tax", OrderTaxShapes.OrderTax), Optional("inventory_routing_source", Routing),
    ];

    public static ObjectShape Create { get; } = new(
    [
        .. Writable,
        Required("line_items", new ListShape(OrderLineShapes.Line, 1, MostLines) { Code = "MISSING_LINE_ITEMS", TooManyCode = "TOO_MANY_LINE_ITEMS" }) with { MissingCode = "MISSING_LINE_ITEMS" },
        Optional("external_reference_id", Reference), Optional("metadata", new MetadataShape()),
        Optional("discounts", new ListShape(Discount)), Optional("requested_tip", Tip),
        Optional("delivery_destination", Destination),
    ]);

    public static ObjectShape Update { get; } = new(
    [
        .. Writable,
        Optional("external_reference_id", ReferencePatch), Optional("metadata", new MetadataShape(IsPatch: true)),
        Optional("requested_tip", new NullableShape(Tip)), Optional("delivery_destination", new NullableShape(Destination)),
    ])
    {
        Rules = [new AtLeastOneField("NO_FIELDS_TO_UPDATE")],
    };

    public static ObjectShape AddLines { get; } = new(
        Required("line_items", new ListShape(OrderLineShapes.Line, 1, MostLines) { Code = "MISSING_LINE_ITEMS", TooManyCode = "TOO_MANY_LINE_ITEMS" }) with { MissingCode = "MISSING_LINE_ITEMS" });

    /// <summary>The older and the newer name of the reason; a caller that knows neither sends an empty object.</summary>
    public static ObjectShape Close { get; } = new(Optional("reason", Note), Optional("reason_message", Note));
}
