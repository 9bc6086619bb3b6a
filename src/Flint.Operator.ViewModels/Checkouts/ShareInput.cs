using System.Globalization;
using Flint.Operator.Core.Amounts;
using Flint.Operator.Core.Validation;
using Flint.Operator.ViewModels.Shell;

namespace Flint.Operator.ViewModels.Checkouts;

/// <summary>A discount or a tip as it is typed: whole percent of the charge, or money.</summary>
public sealed record ShareInput(bool IsMoney = false, string Text = "")
{
    public static ShareInput None { get; } = new();

    public bool IsEmpty => string.IsNullOrWhiteSpace(Text);

    public static ShareInput Of(int? percent, Money? money) => (percent, money) switch
    {
        (_, { } amount) => new ShareInput(true, MoneyFormat.Number(amount, CultureInfo.CurrentCulture)),
        ({ } share, _) => new ShareInput(false, share.ToString(CultureInfo.CurrentCulture)),
        _ => None,
    };

    /// <summary>Nothing where nothing was typed: a discount or a tip is always optional.</summary>
    public ShareReading Read(string field, Currency currency)
    {
        if (IsEmpty)
        {
            return new ShareReading();
        }

        if (IsMoney)
        {
            var (money, error) = AmountField.Read(field, Text, currency);
            return new ShareReading(null, money, error);
        }

        return int.TryParse(Text, NumberStyles.AllowLeadingWhite | NumberStyles.AllowTrailingWhite, CultureInfo.CurrentCulture, out var percent)
            ? new ShareReading(percent)
            : new ShareReading(null, null, new FieldError(field, FieldProblem.Unreadable));
    }
}
