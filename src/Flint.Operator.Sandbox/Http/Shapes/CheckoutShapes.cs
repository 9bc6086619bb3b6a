using static Flint.Operator.Sandbox.Http.Shapes.ShapeField;
using static Flint.Operator.Sandbox.Http.Shapes.SharedShapes;

namespace Flint.Operator.Sandbox.Http.Shapes;

/// <summary>The settings of a checkout, which a link carries for the sessions made from it.</summary>
internal static class CheckoutShapes
{
    private const int TipChoices = 3;

    private static readonly NumberShape TipPercent = new(1, 100) { Code = "INVALID_TIP_PERCENT" };

    public static ObjectShape Expiration { get; } = new(
        Optional("expires_in_seconds", new IntegerShape(60, 86_400) { Code = "INVALID_EXPIRATION" }),
        Optional("expiration_url", PatchedUrl));

    public static ObjectShape Payments { get; } = new(
        Optional("enabled_payment_options", new ListShape(new ChoiceShape("card", "apple_pay", "google_pay", "affirm", "ach_debit"))),
        Optional("payment_note", Note),
        Optional("external_reference_id", ReferencePatch));

    public static ObjectShape LinkCustomer { get; } = new(
        Optional("require_email", Flag), Optional("enable_address_autocomplete", Flag));

    public static ObjectShape SessionCustomer { get; } = new(
        Optional("customer_id", Text), Optional("require_email", Flag), Optional("require_phone", Flag),
        Optional("require_billing_address", Flag), Optional("enable_address_autocomplete", Flag),
        Optional("external_reference_id", ReferencePatch),
        Optional("prefilled_customer_info", new ObjectShape(
            Optional("email", Text), Optional("phone", Text),
            Optional("billing_address", Address), Optional("shipping_address", Address))));

    /// <summary>The members links and sessions share, each optional.</summary>
    public static ShapeField[] Settings { get; } =
    [
        Optional("payments", Payments),
        Optional("expiration", Expiration),
        Optional("redirects", new ObjectShape(
            Optional("success_redirect_url", PatchedUrl), Optional("cancel_redirect_url", PatchedUrl),
            Optional("on_load_redirect_url", PatchedUrl))),
        Optional("legal", new ObjectShape(
            Optional("terms_of_service_url", PatchedUrl), Optional("require_terms_of_service", Flag),
            Optional("refund_policy_url", PatchedUrl), Optional("shipping_policy_url", PatchedUrl),
            Optional("contract_url", PatchedUrl))),
        Optional("custom_text", new ObjectShape(
            Optional("order_summary_message", Text), Optional("shipping_address_label", Text))),
        Optional("theme", new ObjectShape(
            Optional("primary_color", Text), Optional("accent_color", Text), Optional("title", Text))),
        Optional("tip", new ObjectShape(
            Optional("enabled", Flag), Optional("is_custom_tip_enabled", Flag), Optional("is_smart_tips_enabled", Flag),
            Optional("tip_percentages", new ListShape(TipPercent, TipChoices, TipChoices)),
            Optional("default_tip_percentage", TipPercent),
            Optional("smart_tip_money_options", new ListShape(PositiveMoney, TipChoices, TipChoices)),
            Optional("default_smart_tip_money", PositiveMoney))),
        Optional("tax", new ObjectShape(Optional("enabled", Flag))),
        Optional("promotion_config", new ObjectShape(
            Optional("automatic_enabled", Flag), Optional("codes_enabled", new NullableShape(Flag)))),
        Optional("delivery_method_ids", new ListShape(Text, 0, 25) { IsUnique = true }),
    ];
}
