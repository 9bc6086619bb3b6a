namespace Flint.Operator.Sandbox.CheckoutSessions;

/// <summary>The published test account, and two that fail. Anything else is refused unread, as real cards are.</summary>
internal sealed record TestBankAccount(string Last4, string? FailureCode)
{
    public const string BankName = "Test bank";
    private const string Routing = "110000000";

    private static readonly Dictionary<string, TestBankAccount> Known = new(StringComparer.Ordinal)
    {
        ["000123456789"] = new("6789", FailureCode: null),
        ["000111111113"] = new("1113", "bank_account_closed"),
        ["000222222227"] = new("2227", "insufficient_funds"),
    };

    /// <summary>Days at a real bank; long enough here to be seen, short enough to be waited for.</summary>
    public static TimeSpan AnswersAfter { get; } = TimeSpan.FromSeconds(20);

    public static TestBankAccount? Find(string routing, string account) =>
        Digits(routing) == Routing ? Known.GetValueOrDefault(Digits(account)) : null;

    private static string Digits(string text) => string.Concat(text.Where(letter => letter is not (' ' or '-')));
}
