using Flint.Operator.Sandbox.Http.Shapes;
using static Flint.Operator.Sandbox.Http.Shapes.ShapeField;
using static Flint.Operator.Sandbox.Http.Shapes.SharedShapes;

namespace Flint.Operator.Sandbox.Refunds;

internal static class RefundShapes
{
    public static readonly string[] Reasons =
    [
        "duplicate", "fraudulent", "requested_by_customer", "defective_product", "wrong_item_shipped", "never_received",
        "not_as_described", "arrived_too_late", "customer_changed_mind", "better_price_found", "accidental_order", "other",
    ];

    public static readonly string[] Methods = ["original_payment"];

    private static readonly ObjectShape AdjustmentReason = new(Required("code", Text), Optional("description", Text));

    private static readonly ListShape TaxBreakdowns = new(new ObjectShape(
        Required("tax_breakdown_id", Text), Optional("tax_money", Money)));

    private static readonly ObjectShape Line = new(
        Required("order_line_item_id", Text),
        Optional("quantity", new IntegerShape(1)), Optional("amount_money", Money),
        Optional("tax_refund_mode", new ChoiceShape("automatic", "explicit")), Optional("tax_money", Money),
        Optional("tax_breakdown_refunds", TaxBreakdowns),
        Optional("adjustment_refunds", new ListShape(new ObjectShape(
            Required("refund_line_item_adjustment_id", Text), Optional("amount_money", Money)))),
        Optional("refund_adjustments", new ListShape(new ObjectShape(
            Required("adjustment_type", new ChoiceShape("restocking_fee", "withheld_amount", "refund_adjustment", "tax_adjustment")),
            Required("applies_to", Text), Optional("amount_money", Money), Optional("reason", AdjustmentReason)))),
        Optional("tax_adjustment_reason", AdjustmentReason),
        Optional("tax_adjustment_audit", new ObjectShape(
            Required("actor_id", Text), Required("actor_type", new ChoiceShape("user", "system", "admin")), Required("source", Text))));

    public static ObjectShape Create { get; } = new(
        Optional("order_id", Text), Optional("payment_intent_id", Text), Optional("amount_money", Money),
        Optional("line_items", new ListShape(Line)),
        Optional("charges", new ListShape(new ObjectShape(Required("order_charge_id", Text), Optional("amount_money", Money)))),
        Optional("tax_breakdown_refunds", TaxBreakdowns),
        Optional("reason", new ChoiceShape(Reasons)), Optional("reason_message", Note),
        Optional("refund_method", new ChoiceShape(Methods)),
        Optional("external_reference_id", Reference), Optional("metadata", new MetadataShape()))
    {
        Rules = [new OneAtLeast("FIELD_REQUIRED", "order_id", "payment_intent_id")],
    };
}
