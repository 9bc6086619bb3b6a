using System.Globalization;
using Flint.Operator.Core.Amounts;
using Flint.Operator.Core.Checkouts;

namespace Flint.Operator.ViewModels.Checkouts;

/// <summary>A line as it is shown.</summary>
public sealed record CheckoutLine(string Name, long Quantity, string UnitPrice, string Total)
{
    public static CheckoutLine Of(LineItem line)
    {
        ArgumentNullException.ThrowIfNull(line);
        return new CheckoutLine(
            line.Name, line.Quantity, MoneyFormat.Format(line.UnitPriceMoney, CultureInfo.CurrentCulture), MoneyFormat.Format(line.Total, CultureInfo.CurrentCulture));
    }
}
