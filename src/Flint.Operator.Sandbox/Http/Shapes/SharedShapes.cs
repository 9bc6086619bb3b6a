using System.Text.RegularExpressions;
using static Flint.Operator.Sandbox.Http.Shapes.ShapeField;

namespace Flint.Operator.Sandbox.Http.Shapes;

/// <summary>Shapes that links, orders and sessions have in common.</summary>
internal static partial class SharedShapes
{
    /// <summary>The documented ceiling of a unit price; it also keeps every sum far from overflow.</summary>
    public const long HighestPrice = 99_999_999;

    public static TextShape Text { get; } = new();
    public static TextShape Name { get; } = new(1, 255) { Code = "NAME_TOO_LONG" };
    public static TextShape Note { get; } = new(0, 2000) { Code = "NOTE_TOO_LONG" };
    public static TextShape Reference { get; } = new(1, 255);
    public static TextShape ReferencePatch { get; } = new(0, 255);
    public static FlagShape Flag { get; } = new();
    public static TextShape Country { get; } = new() { Pattern = TwoLetters(), Wanted = "a two-letter code" };
    public static TextShape Filled { get; } = new(1) { Accepts = text => !string.IsNullOrWhiteSpace(text), Wanted = "not blank" };
    public static TextShape PatchedUrl { get; } = new(0, 2048) { Accepts = text => text.Length == 0 || IsAcceptedUrl(text), Wanted = "an absolute https address" };

    public static ObjectShape Money { get; } = MoneyFrom(0);
    public static ObjectShape PositiveMoney { get; } = MoneyFrom(1);

    /// <summary>What is to be charged by itself: the limit has a code, and no published number.</summary>
    public static ObjectShape ChargedMoney { get; } = MoneyFrom(1, "AMOUNT_BELOW_LIMIT");

    public static ChoiceShape TaxCategory { get; } = new(
        "general", "physical_goods", "digital_goods", "software", "saas", "services", "professional_services", "food",
        "prepared_food", "clothing", "medical_goods", "admission");

    public static ObjectShape LineTax { get; } = new(
        Optional("taxable", Flag), Optional("line_item_tax_category", TaxCategory));

    public static ObjectShape Address { get; } = new(
        Required("line1", Text), Optional("line2", Text), Required("city", Text), Required("state", Text),
        Required("postal_code", Text), Required("country", Country));

    private static ObjectShape MoneyFrom(long least, string tooLowCode = "VALIDATION_ERROR") => new(
        Required("amount", new IntegerShape(least, HighestPrice) { Code = tooLowCode, TooHighCode = "PRICE_TOO_HIGH" }),
        Required("currency", new TextShape { Pattern = ThreeLetters(), Code = "INVALID_CURRENCY", Wanted = "an ISO 4217 code" }));

    /// <summary>Https everywhere; plain http only to this machine, as test mode allows.</summary>
    private static bool IsAcceptedUrl(string text) =>
        Uri.TryCreate(text, UriKind.Absolute, out var url) && url.UserInfo.Length == 0 &&
        (url.Scheme == Uri.UriSchemeHttps || (url.Scheme == Uri.UriSchemeHttp && url.IsLoopback));

    [GeneratedRegex("^[A-Z]{2}$")]
    private static partial Regex TwoLetters();

    [GeneratedRegex("^[A-Z]{3}$")]
    private static partial Regex ThreeLetters();
}
