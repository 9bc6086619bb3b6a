using System.Text.Json;
using System.Text.RegularExpressions;
using Flint.Operator.Sandbox.Http;
using Flint.Operator.Sandbox.Http.Shapes;
using static Flint.Operator.Sandbox.Http.Shapes.ShapeField;
using static Flint.Operator.Sandbox.Http.Shapes.SharedShapes;

namespace Flint.Operator.Sandbox.Orders;

internal static partial class OrderTaxShapes
{
    private static readonly ChoiceShape Mode = new("automatic", "external");
    private static readonly ChoiceShape PriceMode = new("additive", "inclusive");
    private static readonly NumberShape Percentage = new(0, 100);

    private static readonly ObjectShape Jurisdiction = new(
        Required("code", Filled), Required("name", Filled), Required("country", Country), Required("state", Filled),
        Required("level", new ChoiceShape("state", "county", "city", "district")));

    private static readonly ObjectShape FeeJurisdiction = new(
        Required("code", new TextShape(1, 128) { Pattern = JurisdictionCode(), Wanted = "letters, digits, '.', '_', ':' and '-'" }),
        Required("name", new TextShape(1, 200) { Pattern = OneLine(), Wanted = "one line without spaces around it" }),
        Required("country", new ChoiceShape("US")), Required("state", Country),
        Required("level", new ChoiceShape("state", "county", "city", "district")));

    private static readonly ObjectShape FullAddress = new(
        Optional("line1", Filled), Optional("line2", Text), Optional("city", Filled), Optional("state", Filled),
        Optional("country", new ChoiceShape("US")), Required("postal_code", Filled));

    public static ObjectShape OrderTax { get; } = new(
        Optional("enabled", Flag),
        Optional("calculation", new ObjectShape(
            Required("mode", Mode), Required("price_mode", PriceMode),
            Optional("components", new ListShape(new ObjectShape(
                Required("flat_money", PositiveMoney), Required("jurisdiction", FeeJurisdiction),
                Optional("calculation_type", new ChoiceShape("flat_amount")),
                Optional("tax_type", new ChoiceShape("retail_delivery_fee"))))))
        {
            Rules = [new FeesByMode()],
        }),
        Optional("location", new ObjectShape(
            Required("address", FullAddress),
            Optional("address_source", new ChoiceShape("provided")),
            Optional("address_type", new ChoiceShape("postal_code", "tax_address", "billing_address", "shipping_address")))
        {
            Rules = [new WholeAddress()],
        }))
    {
        Rules = [new NothingBesideDisabled()],
    };

    public static ObjectShape LineTax { get; } = new(
        Optional("taxable", Flag), Optional("line_item_tax_category", TaxCategory),
        Optional("calculation", new ObjectShape(
            Required("mode", Mode), Required("price_mode", PriceMode),
            Optional("components", new ListShape(
                new ObjectShape(
                    Required("percentage", Percentage), Required("jurisdiction", Jurisdiction),
                    Required("tax_type", new ChoiceShape("sales_tax", "use_tax")),
                    Optional("calculation_type", new ChoiceShape("percentage"))),
                1)))
        {
            Rules = [new ComponentsByMode()],
        }));

    private sealed record NothingBesideDisabled : ShapeRule
    {
        public override void Check(JsonElement value, string path, List<ProblemDetail> problems)
        {
            var isOff = value.TryGetProperty("enabled", out var enabled) && enabled.ValueKind == JsonValueKind.False;
            if (isOff && (Has(value, "calculation") || Has(value, "location")))
                problems.Add(new ProblemDetail("TAX_INPUT_CONFLICT", path, "Tax that is switched off takes no calculation and no location."));
        }
    }

    private sealed record ComponentsByMode : ShapeRule
    {
        public override void Check(JsonElement value, string path, List<ProblemDetail> problems)
        {
            var isExternal = value.TryGetProperty("mode", out var mode) &&
                mode.ValueKind == JsonValueKind.String && mode.ValueEquals("external");
            if (isExternal != Has(value, "components"))
                problems.Add(new ProblemDetail("TAX_INPUT_CONFLICT", path, "External tax needs components, automatic tax takes none."));
        }
    }

    [GeneratedRegex("^[A-Za-z0-9][A-Za-z0-9._:-]{0,127}$")]
    private static partial Regex JurisdictionCode();

    [GeneratedRegex(@"^[^\s\x00](?:[^\r\n\x00]*[^\s\x00])?$")]
    private static partial Regex OneLine();
}
