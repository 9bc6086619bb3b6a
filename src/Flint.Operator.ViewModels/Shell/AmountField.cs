using System.Globalization;
using Flint.Operator.Core.Amounts;
using Flint.Operator.Core.Validation;

namespace Flint.Operator.ViewModels.Shell;

/// <summary>Reads a typed amount into money or into the error to show at its field.</summary>
public static class AmountField
{
    public static (Money? Money, FieldError? Error) Read(string field, string? text, Currency currency) =>
        MoneyParser.Parse(text, currency, CultureInfo.CurrentCulture) switch
        {
            MoneyParseResult.Parsed parsed => (parsed.Money, null),
            MoneyParseResult.Empty => (null, new FieldError(field, FieldProblem.Required)),
            MoneyParseResult.TooManyDecimals tooMany => (null, new FieldError(field, FieldProblem.TooManyDecimals, tooMany.Allowed)),
            MoneyParseResult.TooLarge => (null, new FieldError(field, FieldProblem.TooLarge, DraftLimits.ApiMaximumMinor)),
            _ => (null, new FieldError(field, FieldProblem.Unreadable)),
        };
}
