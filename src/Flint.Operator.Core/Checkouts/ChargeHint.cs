using Flint.Operator.Core.Amounts;

namespace Flint.Operator.Core.Checkouts;

/// <summary>What is worth a question before a charge is made. Never a refusal: the operator may always go on.</summary>
public abstract record ChargeHint
{
    private ChargeHint()
    {
    }

    /// <summary>The same title and amount were charged here a moment ago: a double tap, or a second buyer.</summary>
    /// <param name="Lid">The checkout of a moment ago.</param>
    /// <param name="At">When it was charged, UTC.</param>
    public sealed record AnotherOne(string Lid, DateTimeOffset At) : ChargeHint;

    /// <summary>Ten times or more of what is usually charged here: a digit too many?</summary>
    /// <param name="Usual">The median of the last charges.</param>
    public sealed record TenTimes(Money Usual) : ChargeHint;
}
