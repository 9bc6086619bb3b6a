using Flint.Operator.Core.Account;

namespace Flint.Operator.Storage.Sync;

/// <summary>An account as one comparable text: <c>mer_1/sandbox/test_1</c>.</summary>
internal static class AccountText
{
    /// <summary>The condition that a row is this device's: of its account, or of none yet.</summary>
    public static string IsOurs(string table) => $"({table}.account IS NULL OR {table}.account = (SELECT account FROM installation))";

    public static string? Write(AccountIdentity? account) => account is null
        ? null
        : string.Join('/', Uri.EscapeDataString(account.MerchantId), Uri.EscapeDataString(account.Environment), Uri.EscapeDataString(account.SandboxId ?? ""));

    public static AccountIdentity? Read(string? text)
    {
        if (text is null)
        {
            return null;
        }

        var parts = Array.ConvertAll(text.Split('/'), Uri.UnescapeDataString);
        return new AccountIdentity(parts[0], parts[1], parts[2].Length == 0 ? null : parts[2]);
    }
}
