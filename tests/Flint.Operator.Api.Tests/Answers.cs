namespace Flint.Operator.Api.Tests;

// Answers in the API's own shapes.
internal static class Answers
{
    public const string Link =
        """
        {"payment_link_id":"pl_1","name":"Stall deposit","status":"active","url":"https://checkout.withflintpay.com/pay/pl_1","version":3,"completed_count":2,
         "origin":"api","external_reference_id":"fop_01K2B4C6D8E0F2G4H6J8K0M2N4","updated_at":"2026-09-14T10:00:00.123456789Z",
         "line_items":[{"payment_link_line_item_id":"plli_1","name":"Stall deposit","quantity":1,"unit_price_money":{"amount":4500,"currency":"USD"}}]}
        """;

    public const string Order =
        """
        {"order_id":"ord_1","order_number":"1042","status":"open","payment_status":"partially_paid","refund_status":"none","external_reference_id":"fop_01K2B4C6D8E0F2G4H6J8K0M2N4",
         "updated_at":"2026-09-14T10:00:00Z","tax":{"enabled":false},
         "line_items":[{"order_line_item_id":"li_1","name":"Bike service","quantity":2,"unit_price_money":{"amount":8500,"currency":"USD"}}],
         "pricing_amounts":{"subtotal_money":{"amount":17000,"currency":"USD"},"total_money":{"amount":18700,"currency":"USD"},"requested_tip_money":{"amount":1700,"currency":"USD"}},
         "settlement_amounts":{"paid_money":{"amount":8700,"currency":"USD"},"outstanding_money":{"amount":10000,"currency":"USD"},"balance_money":{"amount":-10000,"currency":"USD"}}}
        """;

    public const string Session =
        """
        {"checkout_session_id":"cs_1","order_id":"ord_1","status":"open","surface":"hosted","delivery_method_ids":[],"delivery_selection_required":false,"problems":[],
         "recovery_mode":false,"external_reference_id":"fop_01K2B4C6D8E0F2G4H6J8K0M2N4","expires_at":"2026-09-14T10:30:00Z","updated_at":"2026-09-14T10:00:00Z"}
        """;

    public static string Data(string data) => $$"""{"data":{{data}},"request_id":"req-body"}""";

    public static string Error(string code, string more = "") =>
        $$$"""{"error":{"code":"{{{code}}}","type":"conflict_error","error_source":"merchant","message":"No.","doc_url":"https://developers.withflintpay.com/docs/errors"{{{more}}}}}""";
}
