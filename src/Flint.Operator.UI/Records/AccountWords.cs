using Flint.Operator.Core.Account;
using Flint.Operator.UI.Strings;
using Microsoft.Extensions.Localization;

namespace Flint.Operator.UI.Records;

/// <summary>What an account is called: its merchant, and whether its money is real.</summary>
internal static class AccountWords
{
    public static string Of(IStringLocalizer<Texts> texts, AccountIdentity account) => texts[account.IsLive ? "Settings.AccountLive" : "Settings.AccountTest", account.MerchantId];
}
