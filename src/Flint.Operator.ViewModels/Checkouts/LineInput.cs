using System.Globalization;
using Flint.Operator.Core.Amounts;
using Flint.Operator.Core.Checkouts;
using Flint.Operator.Core.Validation;
using Flint.Operator.ViewModels.Shell;

namespace Flint.Operator.ViewModels.Checkouts;

/// <summary>Reads a named line as it was typed: the line, or what to say at its fields.</summary>
internal static class LineInput
{
    public static (LineItem? Line, IReadOnlyList<FieldError> Errors) Read(LineFields typed, AmountEntry entry)
    {
        var (price, priceError) = AmountField.Read("line.price", typed.Price, entry.Currency);
        var quantity = ReadQuantity(typed.Quantity);
        var line = new LineItem(typed.Name.Trim(), quantity ?? 1, price ?? new Money(1, entry.Currency));
        IReadOnlyList<FieldError> errors =
        [
            .. new CheckoutDraft { LineItems = [line] }.Validate(new DraftLimits(entry.MaximumMinor))
                .Select(error => error with { Field = error.Field.Replace("lines[0]", "line", StringComparison.Ordinal) }),
            .. quantity is null ? [new FieldError("line.quantity", FieldProblem.Unreadable)] : Array.Empty<FieldError>(),
            .. priceError is null ? [] : new[] { priceError },
        ];
        return (errors.Count == 0 ? line : null, errors);
    }

    private static long? ReadQuantity(string text) =>
        long.TryParse(text, NumberStyles.AllowLeadingWhite | NumberStyles.AllowTrailingWhite, CultureInfo.CurrentCulture, out var quantity) ? quantity : null;
}
