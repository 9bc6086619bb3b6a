using Flint.Operator.Sandbox.Http.Shapes;
using static Flint.Operator.Sandbox.Http.Shapes.ShapeField;
using static Flint.Operator.Sandbox.Http.Shapes.SharedShapes;

namespace Flint.Operator.Sandbox.CheckoutSessions;

internal static class CheckoutSessionShapes
{
    public static ObjectShape Create { get; } = new(
    [
        .. CheckoutShapes.Settings,
        Optional("order_id", Text), Optional("plan_id", Text), Optional("payment_intent_id", Text),
        Optional("quick_pay_item", new ObjectShape(
            Required("name", Name), Required("amount_money", ChargedMoney), Optional("tax", LineTax))),
        Optional("replace_checkout_session_id", Text),
        Optional("surface", new ChoiceShape("hosted", "embedded")),
        Optional("customer_collection", CheckoutShapes.SessionCustomer),
        Optional("external_reference_id", Reference),
        Optional("metadata", new MetadataShape()),
    ])
    {
        Rules =
        [
            new ExactlyOne("CHECKOUT_SESSION_SOURCE_REQUIRED", "CHECKOUT_SESSION_SOURCE_CONFLICT",
                "order_id", "quick_pay_item", "plan_id", "payment_intent_id"),
            new OnlyWith("order_id", "CHECKOUT_REPLACEMENT_REQUIRES_ORDER", "replace_checkout_session_id"),
        ],
    };

    public static ObjectShape Update { get; } = new(
        Optional("external_reference_id", ReferencePatch), Optional("metadata", new MetadataShape(IsPatch: true)))
    {
        UnknownCode = "CHECKOUT_SESSION_UPDATE_FIELD_NOT_ALLOWED",
        Rules = [new AtLeastOneField("NO_FIELDS_TO_UPDATE")],
    };

    public static ObjectShape Close { get; } = new(Optional("reason", Note), Optional("reason_message", Note));
}
