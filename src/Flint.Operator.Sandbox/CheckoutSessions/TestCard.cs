using System.Globalization;

namespace Flint.Operator.Sandbox.CheckoutSessions;

/// <summary>The published test numbers. Anything else is refused unread: a real card has no business here.</summary>
internal sealed record TestCard(string Brand, string Last4, CardBehaviour Behaviour, string FailureCode)
{
    private static readonly Dictionary<string, TestCard> Known = new(StringComparer.Ordinal)
    {
        ["4242424242424242"] = new("visa", "4242", CardBehaviour.Pays, ""),
        ["5555555555554444"] = new("mastercard", "4444", CardBehaviour.Pays, ""),
        ["4000000000007726"] = new("visa", "7726", CardBehaviour.Pays, "") { Refund = RefundOutcome.Pends },
        ["4000000000005126"] = new("visa", "5126", CardBehaviour.Pays, "") { Refund = RefundOutcome.Fails },
        ["4000002500003155"] = new("visa", "3155", CardBehaviour.Challenges, "authentication_required"),
        ["4000000000009995"] = new("visa", "9995", CardBehaviour.Declines, "insufficient_funds"),
        ["4000000000000002"] = new("visa", "0002", CardBehaviour.Declines, "card_declined"),
        ["4000000000000069"] = new("visa", "0069", CardBehaviour.Declines, "expired_card"),
        ["4000000000000127"] = new("visa", "0127", CardBehaviour.Declines, "incorrect_cvc"),
        ["4000000000000119"] = new("visa", "0119", CardBehaviour.Declines, "processing_error"),
    };

    public RefundOutcome Refund { get; private init; }

    /// <summary>Of a card that paid, only its last digits are known afterwards; a bank account gives back at once.</summary>
    public static RefundOutcome RefundOf(string last4) => Known.Values.FirstOrDefault(card => card.Last4 == last4)?.Refund ?? RefundOutcome.Succeeds;

    public static TestCard? Find(string number) =>
        Known.GetValueOrDefault(string.Concat(number.Where(letter => letter is not (' ' or '-'))));

    /// <summary>Month and year as printed, <c>12/34</c>; the card is good to the end of that month.</summary>
    public static bool IsFutureExpiry(string expiry, DateTimeOffset now)
    {
        var parts = expiry.Split('/', StringSplitOptions.TrimEntries);
        return parts.Length == 2 && int.TryParse(parts[0], NumberStyles.None, CultureInfo.InvariantCulture, out var month) && month is >= 1 and <= 12 &&
            int.TryParse(parts[1], NumberStyles.None, CultureInfo.InvariantCulture, out var year) && (parts[1].Length is 2 or 4) &&
            (((year < 100 ? 2000 + year : year) * 12) + month) >= (now.Year * 12) + now.Month;
    }

    public static bool IsCvc(string cvc) => cvc.Length is 3 or 4 && cvc.All(char.IsAsciiDigit);
}
