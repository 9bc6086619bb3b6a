namespace Flint.Operator.Core.Validation;

/// <summary>
/// The bounds a draft must keep. The API has codes for some of these without publishing numbers (contract 1.8), so ours are
/// chosen to be safe everywhere and are checked before anything is written.
/// </summary>
/// <param name="MaximumMinor">The operator's hard maximum for one amount, in minor units.</param>
public sealed record DraftLimits(long MaximumMinor)
{
    /// <summary>The API's own ceiling for a unit price, 99,999,999 minor units (<c>PRICE_TOO_HIGH</c>).</summary>
    public const long ApiMaximumMinor = 99_999_999;

    /// <summary>Characters in a title or the name of a line: what a buyer's phone can show.</summary>
    public const int NameLength = 200;

    /// <summary>Characters in a note.</summary>
    public const int NoteLength = 500;

    /// <summary>Characters in the customer's own reference.</summary>
    public const int CustomerReferenceLength = 100;

    /// <summary>Units of one line.</summary>
    public const long Quantity = 9_999;

    /// <summary>Finished purchases that a link can be limited to.</summary>
    public const int Completions = 999_999;

    /// <summary>Lines of one order.</summary>
    public const int LineItems = 100;

    /// <summary>Until the operator sets a lower one: the API's ceiling.</summary>
    public static DraftLimits Default { get; } = new(ApiMaximumMinor);
}
