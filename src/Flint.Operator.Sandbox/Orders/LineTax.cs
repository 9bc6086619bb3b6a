namespace Flint.Operator.Sandbox.Orders;

/// <summary>Tax a caller worked out for one line and sent along. Inclusive tax is already inside the price.</summary>
internal static class LineTax
{
    public static long AdditiveOver(OrderLine line, long taxable)
    {
        if (line.Tax?["calculation"] is not { } calculation ||
            line.Tax["taxable"]?.GetValue<bool>() == false ||
            calculation["price_mode"]?.GetValue<string>() is not "additive" ||
            calculation["components"] is not { } components)
        {
            return 0;
        }

        return components.AsArray().Sum(component => (long)decimal.Round(
            taxable * component!["percentage"]!.GetValue<decimal>() / 100m, 0, MidpointRounding.AwayFromZero));
    }
}
