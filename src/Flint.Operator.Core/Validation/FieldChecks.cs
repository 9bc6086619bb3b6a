using Flint.Operator.Core.Amounts;

namespace Flint.Operator.Core.Validation;

/// <summary>The checks that drafts share. Each yields nothing, or the one error to show at the field.</summary>
internal static class FieldChecks
{
    public static IEnumerable<FieldError> RequiredText(string field, string? text, int length) =>
        string.IsNullOrWhiteSpace(text) ? [new FieldError(field, FieldProblem.Required)] : OptionalText(field, text, length);

    public static IEnumerable<FieldError> OptionalText(string field, string? text, int length)
    {
        if (text is null)
        {
            yield break;
        }

        if (text.Length > length)
        {
            yield return new FieldError(field, FieldProblem.TooLong, length);
        }
        else if (text.Any(c => char.IsControl(c) && c is not ('\n' or '\t')))
        {
            yield return new FieldError(field, FieldProblem.ControlCharacters);
        }
        else if (CardNumber.IsIn(text))
        {
            yield return new FieldError(field, FieldProblem.CardNumber);
        }
    }

    public static IEnumerable<FieldError> Amount(string field, Money? money, long maximumMinor)
    {
        if (money is null)
        {
            yield return new FieldError(field, FieldProblem.Required);
        }
        else if (money.Minor <= 0)
        {
            yield return new FieldError(field, FieldProblem.NotPositive);
        }
        else if (money.Minor > maximumMinor)
        {
            yield return new FieldError(field, FieldProblem.TooLarge, maximumMinor);
        }
    }

    public static IEnumerable<FieldError> Count(string field, long? count, long least, long most)
    {
        if (count < least)
        {
            yield return least > 1 ? new FieldError(field, FieldProblem.TooSmall, least) : new FieldError(field, FieldProblem.NotPositive);
        }
        else if (count > most)
        {
            yield return new FieldError(field, FieldProblem.TooLarge, most);
        }
    }
}
