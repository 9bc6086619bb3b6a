using System.Diagnostics.CodeAnalysis;

namespace Flint.Operator.Core.Amounts;

/// <summary>
/// A currency of the ISO 4217 table: its code and how many decimal places its minor unit has (0, 2 or 3).
/// Only the codes of <see cref="Iso4217"/> exist; an unknown code is refused rather than guessed at.
/// </summary>
public sealed class Currency : IEquatable<Currency>
{
    internal Currency(string code, int exponent)
    {
        Code = code;
        Exponent = exponent;
    }

    /// <summary>The three capital letters that go over the wire, e.g. <c>USD</c>.</summary>
    public string Code { get; }

    /// <summary>Decimal places: 2 for USD, 0 for JPY, 3 for KWD.</summary>
    public int Exponent { get; }

    /// <summary>Minor units in one major unit: 100 for USD, 1 for JPY, 1000 for KWD.</summary>
    public long MinorPerMajor => Exponent switch { 0 => 1, 3 => 1000, _ => 100 };

    /// <summary>Finds a currency by its code, whatever its letter case.</summary>
    public static bool TryFind(string? code, [NotNullWhen(true)] out Currency? currency)
    {
        currency = null;
        return code is { Length: 3 } && Iso4217.ByCode.TryGetValue(code.ToUpperInvariant(), out currency);
    }

    /// <summary>The currency with this code.</summary>
    /// <exception cref="ArgumentException">The table has no such code: a bug or a damaged record, never an operator's input.</exception>
    public static Currency Of(string code) =>
        TryFind(code, out var currency) ? currency : throw new ArgumentException($"'{code}' is not an ISO 4217 code.", nameof(code));

    /// <inheritdoc />
    public bool Equals(Currency? other) => other is not null && string.Equals(Code, other.Code, StringComparison.Ordinal);

    /// <inheritdoc />
    public override bool Equals(object? obj) => Equals(obj as Currency);

    /// <inheritdoc />
    public override int GetHashCode() => StringComparer.Ordinal.GetHashCode(Code);

    /// <inheritdoc />
    public override string ToString() => Code;
}
