using System.Text.Json;
using Flint.Operator.Sandbox.Http;
using Flint.Operator.Sandbox.Http.Shapes;
using static Flint.Operator.Sandbox.Http.Shapes.ShapeField;
using static Flint.Operator.Sandbox.Http.Shapes.SharedShapes;

namespace Flint.Operator.Sandbox.PaymentLinks;

internal static class PaymentLinkShapes
{
    private const int MostQuestions = 20;
    public const int MetadataRoom = 44;

    private static readonly IntegerShape Quantity = new(1, 999_999);
    private static readonly TextShape Key = new(1, 255) { Accepts = key => key.Trim() == key, Wanted = "without space around it" };

    private static readonly ObjectShape Image = new(
        Required("source_url", PatchedUrl with { Min = 1, Max = 8192 }), Optional("alt", new TextShape(0, 512)),
        Optional("external_reference_id", Reference));

    private static readonly ShapeField[] LineFields =
    [
        Optional("key", Key), Optional("name", new TextShape(1, 255) { Code = "LINE_ITEM_NAME_TOO_LONG" }),
        Optional("description", Note), Optional("variant_id", Text), Optional("bundle_id", Text),
        Optional("unit_price_money", Money), Optional("allow_unit_price_adjustment", Flag),
        Optional("min_unit_price_money", Money), Optional("max_unit_price_money", Money),
        Optional("suggested_unit_price_money_options", new ListShape(Money, 0, 3)),
        Optional("allow_quantity_adjustment", Flag), Optional("min_quantity", Quantity), Optional("max_quantity", Quantity),
        Optional("tax", LineTax),
    ];

    private static readonly ShapeRule[] LineRules =
    [
        new LineSource(MayBuyerPrice: true,
            "name", "unit_price_money", "description", "tax", "allow_unit_price_adjustment", "min_unit_price_money",
            "max_unit_price_money", "suggested_unit_price_money_options"),
    ];

    private static readonly ShapeField[] QuestionFields =
    [
        Required("custom_field_type", new ChoiceShape("text", "dropdown", "checkbox", "textarea")),
        Required("key", Key), Required("label", new TextShape(1, 255)), Optional("required", Flag),
        Optional("options", new ListShape(new TextShape(1, 255))), Optional("placeholder", Text),
        Optional("position", new IntegerShape(0, int.MaxValue)), Optional("max_length", new IntegerShape(1, 4096)),
    ];

    private static readonly ShapeField[] Writable =
    [
        .. CheckoutShapes.Settings,
        Optional("description", Note), Optional("inactive_message", Note),
        Optional("max_completions", new IntegerShape(1, int.MaxValue)),
        Optional("customer_collection", CheckoutShapes.LinkCustomer),
        Optional("donation_suggested_amount_money_options", new ListShape(Money)),
        Optional("inventory_routing_source", new MapShape(new AnyShape())),
        Optional("event_config", new ObjectShape(
            Optional("event_at", new TextShape { Accepts = text => State.Timestamp.TryRead(text, out _), Wanted = "an RFC 3339 time" }),
            Optional("venue", new TextShape(0, 500)), Optional("max_total_quantity", new IntegerShape(1, int.MaxValue)),
            Optional("send_ticket_emails", Flag), Optional("ticket_prefix", new TextShape(0, 5)), Optional("timezone", Text))),
    ];

    public static ObjectShape Create { get; } = new(
    [
        .. Writable,
        Required("name", Name), Optional("payment_link_type", new ChoiceShape("standard", "donation", "event")),
        Optional("plan_id", Text), Optional("external_reference_id", Reference), Optional("metadata", new MetadataShape(MetadataRoom)),
        Optional("line_items", new ListShape(new ObjectShape([.. LineFields, Optional("quantity", Quantity)]) { Rules = LineRules })),
        Optional("custom_fields", new ListShape(new ObjectShape(QuestionFields), 0, MostQuestions)),
        Optional("donation_min_amount_money", Money), Optional("donation_max_amount_money", Money), Optional("image", Image),
    ]);

    public static ObjectShape Update { get; } = new(
    [
        .. Writable,
        Optional("name", Name), Optional("status", new ChoiceShape("active", "inactive")),
        Optional("expected_version", new IntegerShape(1)),
        Optional("external_reference_id", ReferencePatch), Optional("metadata", new MetadataShape(MetadataRoom, IsPatch: true)),
        Optional("line_items", new ListShape(
            new ObjectShape([.. LineFields, Required("quantity", Quantity), Optional("payment_link_line_item_id", Text)]) { Rules = LineRules }, 1)
            { Code = "ITEMS_REQUIRED" }),
        Optional("custom_fields", new ListShape(
            new ObjectShape([.. QuestionFields, Optional("payment_link_custom_field_id", Text)]), 0, MostQuestions)),
        Optional("donation_min_amount_money", new NullableShape(Money)), Optional("donation_max_amount_money", new NullableShape(Money)),
        Optional("image", new NullableShape(Image)),
    ])
    {
        Rules = [new OnlyWith("expected_version", "EXPECTED_VERSION_REQUIRED", "line_items", "custom_fields", "delivery_method_ids")],
    };

    public static ObjectShape Resolve { get; } = new(
        Required("resolution_context", Text) with { MissingCode = "PAYMENT_LINK_RESOLUTION_CONTEXT_REQUIRED" },
        Optional("quantity_overrides", new MapShape(new IntegerShape(0, int.MaxValue))),
        Optional("unit_price_overrides", new MapShape(Money)),
        Optional("custom_field_values", new MapShape(Text)),
        Optional("modifiers", new MapShape(new ObjectShape(Optional("modifiers", new ListShape(new ObjectShape(
            Optional("modifier_id", Text), Optional("quantity", new IntegerShape(0)),
            Optional("text", new ObjectShape(Required("modifier_group_id", Text), Required("value", Text))))))))));

    /// <summary>For parts the sandbox does not act on and the published notes do not describe further.</summary>
    private sealed record AnyShape : Shape
    {
        public override void Check(JsonElement value, string path, List<ProblemDetail> problems)
        {
        }
    }
}
