using Flint.Operator.Core.Account;
using Flint.Operator.Core.Amounts;
using Flint.Operator.Core.Sync;
using Flint.Operator.UI.Controls;
using Flint.Operator.UI.Records;

namespace Flint.Operator.UI.Settings;

public sealed partial class SettingsView
{
    private static readonly IReadOnlyList<FieldOption> Currencies = [.. Iso4217.ByCode.Keys.Order(StringComparer.Ordinal).Select(code => new FieldOption(code, code))];

    private static string HostedAddress => ApiConnection.HostedAddress.GetLeftPart(UriPartial.Authority);

    private string KeyHint => T[(ViewModel.Mode.KeyIsGiven, ViewModel.HasKey && !ViewModel.Mode.IsPractice) switch
    {
        (true, _) => "Settings.KeyGiven",
        (_, true) => "Settings.KeyStored",
        _ => "Settings.KeyNone",
    }];

    private string AddressHint => T[ViewModel.Mode.AddressIsGiven ? "Settings.AddressGiven" : "Settings.AddressHint"];

    private IconName StatusIcon => (ViewModel.Status.Pause, ViewModel.Status.Connectivity) switch
    {
        ({ }, _) => IconName.Key,
        (_, Connectivity.Online) => IconName.Check,
        (_, Connectivity.Limited) => IconName.Warning,
        _ => IconName.WifiOff,
    };

    private string StatusTitle => T[(ViewModel.Status.Pause, ViewModel.Status.Connectivity) switch
    {
        (AccountPause.NoKey, _) => "Settings.Status.NoKey",
        (AccountPause.KeyRefused, _) => "Settings.Status.KeyRefused",
        (AccountPause.OtherAccount, _) => "Settings.Status.OtherAccount",
        (_, Connectivity.Online) => "Settings.Status.Online",
        (_, Connectivity.Limited) => "Settings.Status.Limited",
        _ => "Settings.Status.Offline",
    }];

    private string StatusHint => ViewModel.Status switch
    {
        { Pause: AccountPause.KeyRefused { Problem: var problem } } => T["Settings.Status.KeyRefused.hint", problem.Code, problem.Message ?? ""],
        { Pause: AccountPause.OtherAccount { Waiting: var waiting, Key: var key } } => T["Settings.Status.OtherAccount.hint", Account(waiting), Account(key)],
        { Pause: AccountPause.NoKey } => T["Settings.Status.NoKey.hint"],
        { Connectivity: Connectivity.Online, Account: { } account, LastHeardAt: { } at } => T["Settings.Status.Online.hint", ViewModel.ConnectedTo, Account(account), Ages.Of(at)],
        { LastHeardAt: { } at } => T["Settings.Status.Heard", ViewModel.ConnectedTo, Ages.Of(at)],
        _ => T["Settings.Status.Unheard", ViewModel.ConnectedTo],
    };

    protected override Task LoadAsync(CancellationToken token) => ViewModel.LoadAsync(token);

    private string Account(AccountIdentity account) => T[account.IsLive ? "Settings.AccountLive" : "Settings.AccountTest", account.MerchantId];

    private string? ErrorText(string field) => ViewModel.ErrorFor(field) is { } error
        ? FieldMessage.Of(T, error, Currency.TryFind(ViewModel.CurrencyCode, out var currency) ? currency : Currency.Of("USD"))
        : null;
}
