namespace Flint.Operator.Sandbox.Tests.Contract;

/// <summary>The code that a fault has: the one of its kind, or the one of its own that the notes on the contract have for the member.</summary>
internal static class FaultCodes
{
    private const string General = "VALIDATION_ERROR";

    /// <summary>A session's own word for it (contract 4) says the same, of its own members.</summary>
    public static string[] Unknown(bool isRoot) => isRoot ? ["UNKNOWN_FIELD", "CHECKOUT_SESSION_UPDATE_FIELD_NOT_ALLOWED"] : ["UNKNOWN_FIELD"];

    public static string Missing(string name) => name switch
    {
        "line_items" => "MISSING_LINE_ITEMS",
        "resolution_context" => "PAYMENT_LINK_RESOLUTION_CONTEXT_REQUIRED",
        _ => "FIELD_REQUIRED",
    };

    public static string Empty(bool isRoot) => isRoot ? "NO_FIELDS_TO_UPDATE" : "FIELD_REQUIRED";

    public static string OutOfBounds(SchemaPlace place, string what) => (Member(place), what) switch
    {
        ("currency", _) => "INVALID_CURRENCY",
        ("expires_in_seconds", _) => "INVALID_EXPIRATION",
        ("percent" or "tip_percentages[]" or "default_tip_percentage", _) => "INVALID_TIP_PERCENT",
        ("amount", "too small") when place.Param.StartsWith("quick_pay_item.", StringComparison.Ordinal) => "AMOUNT_BELOW_LIMIT",
        ("line_items", "too few") => IsOfALink(place) ? "ITEMS_REQUIRED" : "MISSING_LINE_ITEMS",
        _ => General,
    };

    private static bool IsOfALink(SchemaPlace place) =>
        SchemaParts.Members(SchemaParts.Plain(place.Schema["items"]!.AsObject())).Any(member => member.Name == "payment_link_line_item_id");

    private static string Member(SchemaPlace place) => place.Steps[^1] is string name ? name : $"{place.Steps[^2]}[]";
}
