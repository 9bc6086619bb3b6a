using System.Globalization;
using Flint.Operator.Core.Amounts;
using Flint.Operator.Core.Validation;
using Flint.Operator.ViewModels.Shell;

namespace Flint.Operator.ViewModels.PaymentLinks;

/// <summary>Reads optional amounts and counts, and keeps what could not be read.</summary>
internal sealed class TypedFields(Currency currency)
{
    private readonly List<FieldError> _errors = [];

    public IReadOnlyList<FieldError> Errors => _errors;

    public Money? Amount(string field, string text)
    {
        if (string.IsNullOrWhiteSpace(text))
        {
            return null;
        }

        var (money, error) = AmountField.Read(field, text, currency);
        if (error is not null)
        {
            _errors.Add(error);
        }

        return money;
    }

    public long? Count(string field, string text)
    {
        if (string.IsNullOrWhiteSpace(text))
        {
            return null;
        }

        // Nine digits are more than any count may be; longer ones would only overflow further on.
        if (long.TryParse(text.Trim(), NumberStyles.None, CultureInfo.CurrentCulture, out var count) && count < 1_000_000_000)
        {
            return count;
        }

        _errors.Add(new FieldError(field, FieldProblem.Unreadable));
        return null;
    }
}
