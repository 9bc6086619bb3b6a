using Flint.Operator.Core.Account;
using Flint.Operator.Core.Sync;
using Flint.Operator.Core.Sync.Connections;
using Flint.Operator.Core.Sync.Operations;
using Flint.Operator.UI.Controls;
using Microsoft.AspNetCore.Components;

namespace Flint.Operator.UI.Settings;

/// <summary>How the connection fares, in words: what is wrong, what to do, and what was heard last.</summary>
public sealed partial class ConnectionState
{
    [Parameter, EditorRequired] public ConnectionStatus Status { get; set; } = ConnectionStatus.Unheard;

    /// <summary>The address that is asked.</summary>
    [Parameter, EditorRequired] public string ConnectedTo { get; set; } = "";

    private (IconName Icon, string Tone, string Title) Look => (Status.Pause, Status.Connectivity) switch
    {
        (AccountPause.NoKey, _) => (IconName.Key, "bad", "Settings.Status.NoKey"),
        (AccountPause.KeyRefused, _) => (IconName.Key, "bad", "Settings.Status.KeyRefused"),
        (AccountPause.OtherAccount, _) => (IconName.Key, "bad", "Settings.Status.OtherAccount"),
        (_, Connectivity.Online) => (IconName.Check, "good", "Settings.Status.Online"),
        (_, Connectivity.Limited) => (IconName.Warning, "fair", "Settings.Status.Limited"),
        _ => (IconName.WifiOff, "bad", "Settings.Status.Offline"),
    };

    private IconName Mark => Look.Icon;

    private string Tone => Look.Tone;

    private string Title => Look.Title;

    private IEnumerable<string> Lines => Status switch
    {
        { Pause: AccountPause.NoKey } => [T["Settings.Status.NoKey.hint"]],
        { Pause: AccountPause.KeyRefused { Problem: var problem } } => [T["Settings.Status.KeyRefused.hint", problem.Code, problem.Message ?? ""], KeyAdvice.Of(T, problem)],
        { Pause: AccountPause.OtherAccount { Waiting: var waiting, Key: var key } } => [T["Settings.Status.OtherAccount.hint", Account(waiting), Account(key)]],
        { Connectivity: Connectivity.Online, Account: { } account } => [Account(account)],
        { Connectivity: Connectivity.Online } => [],
        { Connectivity: Connectivity.Limited } => [T["Settings.Status.Limited.hint"]],
        _ => [T["Settings.Status.Offline.hint"]],
    };

    private string Heard => Status.LastHeardAt is { } at ? T["Settings.Status.Heard", ConnectedTo, Ages.Of(at)] : T["Settings.Status.Unheard", ConnectedTo];

    private string Account(AccountIdentity account) => T[account.IsLive ? "Settings.AccountLive" : "Settings.AccountTest", account.MerchantId];
}
