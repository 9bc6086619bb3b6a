namespace Flint.Operator.Core.Validation;

/// <summary>
/// Notices a card number in free text. Buyers type cards on the hosted page only (PCI SAQ A); a number read out over the
/// counter and typed into a note would bring card data onto this device.
/// </summary>
internal static class CardNumber
{
    private const int Shortest = 13;
    private const int Longest = 19;

    public static bool IsIn(string text)
    {
        var run = new List<int>();
        foreach (var c in text)
        {
            if (char.IsAsciiDigit(c))
            {
                run.Add(c - '0');
            }
            else if (c is not (' ' or '-'))
            {
                if (LooksLikeCard(run))
                {
                    return true;
                }

                run.Clear();
            }
        }

        return LooksLikeCard(run);
    }

    private static bool LooksLikeCard(List<int> digits) =>
        digits.Count is >= Shortest and <= Longest && digits.Distinct().Count() > 1 && PassesLuhn(digits);

    private static bool PassesLuhn(List<int> digits)
    {
        var sum = 0;
        for (var i = 0; i < digits.Count; i++)
        {
            var digit = digits[digits.Count - 1 - i];
            var doubled = i % 2 == 1 ? digit * 2 : digit;
            sum += doubled > 9 ? doubled - 9 : doubled;
        }

        return sum % 10 == 0;
    }
}
