using System.Globalization;
using Flint.Operator.Core.Amounts;
using Flint.Operator.Core.Validation;
using Flint.Operator.UI.Strings;
using Microsoft.Extensions.Localization;

namespace Flint.Operator.UI.Records;

/// <summary>The sentence for one thing that is wrong with what was entered. It names the limit that was passed.</summary>
public static class FieldMessage
{
    public static string Of(IStringLocalizer<Texts> texts, FieldError error, Currency currency)
    {
        ArgumentNullException.ThrowIfNull(texts);
        ArgumentNullException.ThrowIfNull(error);
        var key = $"Field.{error.Problem}";
        return error.Limit is { } limit ? texts[$"{key}.limit", Limit(error, limit, currency)] : texts[key];
    }

    // Counts are counts; every other limit that a size passed is money.
    private static string Limit(FieldError error, long limit, Currency currency) =>
        error.Problem is FieldProblem.TooLarge or FieldProblem.TooSmall && !IsCount(error.Field)
            ? MoneyFormat.Format(new Money(limit, currency), CultureInfo.CurrentCulture)
            : limit.ToString("N0", CultureInfo.CurrentCulture);

    private static bool IsCount(string field) =>
        field is "lines" or "tip" or "maximumCompletions" or "checkoutLife" || field.StartsWith("quantity.", StringComparison.Ordinal) || field.EndsWith(".quantity", StringComparison.Ordinal);
}
