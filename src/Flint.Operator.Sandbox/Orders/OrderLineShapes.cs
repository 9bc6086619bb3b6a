using System.Text.RegularExpressions;
using Flint.Operator.Sandbox.Http.Shapes;
using static Flint.Operator.Sandbox.Http.Shapes.ShapeField;
using static Flint.Operator.Sandbox.Http.Shapes.SharedShapes;

namespace Flint.Operator.Sandbox.Orders;

internal static partial class OrderLineShapes
{
    private static readonly IntegerShape Whole = new(0);

    private static readonly ObjectShape Fulfillment = new(
        Required("requirement", new ChoiceShape("none", "required")),
        Optional("allowed_types", new ListShape(Text)),
        Optional("combination_policy", new ChoiceShape(
            "combine_when_compatible", "separate_profile", "separate_line_item", "fulfill_alone")),
        Optional("dimensions", new ObjectShape(
            Required("height", Whole), Required("length", Whole), Required("width", Whole), Required("unit", Text))),
        Optional("origin_policy", new ObjectShape(
            Optional("location_id", Text),
            Required("origin_policy_type", new ChoiceShape("fixed_location", "inventory_routing", "method_origin")))),
        Optional("resolution_mode", new ChoiceShape("quote", "manual")),
        Optional("splitting_policy", new ChoiceShape("whole_line_item", "quantity_split_allowed")),
        Optional("weight", new ObjectShape(
            Required("unit", new ChoiceShape("gram", "kilogram", "ounce", "pound")), Required("value", Whole))));

    private static readonly TextShape ItemName = new(1, 255) { Code = "LINE_ITEM_NAME_TOO_LONG" };

    private static readonly IntegerShape Quantity =
        new(1, OrderShapes.LargestQuantity) { TooHighCode = "LINE_ITEM_QUANTITY_TOO_LARGE" };

    private static readonly ShapeField[] ModifierFields =
    [
        Optional("modifier_id", new TextShape { Pattern = ModifierId(), Wanted = "the id of a modifier" }),
        Optional("quantity", Whole), Optional("metadata", new MetadataShape()),
        Optional("text", new ObjectShape(Required("modifier_group_id", Text), Required("value", Text))),
    ];

    private static readonly ShapeRule[] ModifierRules =
        [new ExactlyOne("FIELD_REQUIRED", "VALIDATION_ERROR", "modifier_id", "text"), new OnlyWith("modifier_id", "VALIDATION_ERROR", "quantity")];

    private static readonly ObjectShape Modifier = new(ModifierFields) { Rules = ModifierRules };

    /// <summary>A change may name a modifier that the line has already.</summary>
    private static readonly ObjectShape KnownModifier = new(
        [.. ModifierFields, Optional("order_line_item_modifier_id", new TextShape { Pattern = LineModifierId(), Wanted = "the id of a modifier of the line" })])
    {
        Rules = ModifierRules,
    };

    public static ObjectShape Line { get; } = new(
        Optional("name", ItemName),
        Optional("unit_price_money", Money),
        Optional("quantity", Quantity),
        Optional("description", Note),
        Optional("variant_id", Text), Optional("bundle_id", Text),
        Optional("image", new ObjectShape(Required("url", PatchedUrl), Optional("alt", Text))),
        Optional("tax", OrderTaxShapes.LineTax),
        Optional("inventory_demands", new ListShape(new ObjectShape(
            Required("inventory_item_id", Text), Required("quantity_per_line_item_unit", new IntegerShape(1, 9999))))),
        Optional("fulfillment", Fulfillment),
        Optional("metadata", new MetadataShape()),
        Optional("modifiers", new ListShape(Modifier)))
    {
        Rules = [new LineSource(MayBuyerPrice: false,
            "name", "unit_price_money", "description", "image", "tax", "inventory_demands", "fulfillment")],
    };

    public static ObjectShape Update { get; } = new(
        Optional("name", ItemName), Optional("description", Note), Optional("quantity", Quantity),
        Optional("unit_price_money", Money), Optional("tax", OrderTaxShapes.LineTax),
        Optional("metadata", new MetadataShape(IsPatch: true)),
        Optional("modifiers", new ListShape(KnownModifier)), Optional("expected_version", new IntegerShape(1)))
    {
        Rules = [new OnlyWith("expected_version", "FIELD_REQUIRED", "modifiers")],
    };

    [GeneratedRegex("^mod_[0-9A-HJKMNP-TV-Z]{26}$")]
    private static partial Regex ModifierId();

    [GeneratedRegex("^olim_[0-9A-HJKMNP-TV-Z]{26}$")]
    private static partial Regex LineModifierId();
}
