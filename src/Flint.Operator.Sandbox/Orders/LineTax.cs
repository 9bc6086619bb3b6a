using Flint.Operator.Sandbox.Http;

namespace Flint.Operator.Sandbox.Orders;

/// <summary>Tax a caller worked out for one line and sent along. Inclusive tax is already inside the price.</summary>
internal static class LineTax
{
    public static bool IsExternal(OrderLine line) =>
        line.Tax?["calculation"]?["mode"]?.GetValue<string>() is "external" && line.Tax["taxable"]?.GetValue<bool>() != false;

    public static long AdditiveOver(OrderLine line, long taxable)
    {
        if (!IsExternal(line) || line.Tax!["calculation"]!["price_mode"]?.GetValue<string>() is not "additive")
            return 0;
        return line.Tax["calculation"]!["components"]!.AsArray().Sum(component => (long)decimal.Round(
            taxable * component!["percentage"]!.GetValue<decimal>() / 100m, 0, MidpointRounding.AwayFromZero));
    }

    /// <summary>An order whose tax is switched off cannot hold a line that brings tax: one of the two is a mistake.</summary>
    public static void CheckAgainst(OrderTaxes taxes, IReadOnlyList<OrderLine> lines, string? param = null)
    {
        for (var index = 0; index < lines.Count; index++)
        {
            if (!taxes.Enabled && IsExternal(lines[index]))
            {
                throw Problem.Invalid(
                    "TAX_INPUT_CONFLICT", "The tax of this order is switched off; its lines take no calculation.", param ?? $"line_items[{index}].tax");
            }
        }
    }
}
