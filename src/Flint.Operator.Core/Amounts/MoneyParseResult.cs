namespace Flint.Operator.Core.Amounts;

/// <summary>What came of reading an amount that a person typed or pasted. Nothing is ever guessed.</summary>
public abstract record MoneyParseResult
{
    private MoneyParseResult()
    {
    }

    /// <summary>Read without doubt.</summary>
    public sealed record Parsed(Money Money) : MoneyParseResult;

    /// <summary>Nothing was typed.</summary>
    public sealed record Empty : MoneyParseResult;

    /// <summary>Not a number, a sign in front, or separators that can be read in two ways (<c>1.500</c> where the point is the decimal sign).</summary>
    public sealed record Unreadable : MoneyParseResult;

    /// <summary>More decimals than the currency has.</summary>
    public sealed record TooManyDecimals(int Allowed) : MoneyParseResult;

    /// <summary>Does not fit in 64 bits of minor units.</summary>
    public sealed record TooLarge : MoneyParseResult;
}
