using Flint.Operator.Core.Account;
using Flint.Operator.Core.Sync;
using Flint.Operator.Core.Sync.Connections;
using Flint.Operator.Core.Sync.Operations;
using Flint.Operator.UI.Controls;
using Flint.Operator.UI.Records;
using Flint.Operator.UI.Shell;
using Flint.Operator.UI.Strings;
using Microsoft.AspNetCore.Components;

namespace Flint.Operator.UI.Settings;

/// <summary>How the connection fares, in words: what is wrong, what to do, and what was heard last.</summary>
public sealed partial class ConnectionState
{
    [Parameter, EditorRequired] public ConnectionStatus Status { get; set; } = ConnectionStatus.Unheard;

    /// <summary>The address that is asked.</summary>
    [Parameter, EditorRequired] public string ConnectedTo { get; set; } = "";

    [CascadingParameter] public ShellStatus? Shell { get; set; }

    private (IconName Icon, string Tone, string Title) Look => (Status.Pause, Status.Connectivity) switch
    {
        (AccountPause.NoKey, _) => (IconName.Key, "bad", "Settings.Status.NoKey"),
        (AccountPause.KeyRefused, _) => (IconName.Key, "bad", "Settings.Status.KeyRefused"),
        (_, Connectivity.Online) when Lacking.Count > 0 => (IconName.Key, "fair", "Settings.Status.RightMissing"),
        (_, Connectivity.Online) => (IconName.Check, "good", "Settings.Status.Online"),
        (_, Connectivity.Limited) => (IconName.Warning, "fair", "Settings.Status.Limited"),
        _ => (IconName.WifiOff, "bad", "Settings.Status.Offline"),
    };

    private IconName Mark => Look.Icon;

    private string Tone => Look.Tone;

    private string Title => Look.Title;

    private IReadOnlyList<string> Lacking => Status.Rights.Lacking;

    // What waits for another account is no trouble of this connection, but nothing here may read as if it were sent.
    private IEnumerable<string> Lines => Shell is { OfAnotherAccount: > 0 and var others } ? Said.Append(T.Counted("Settings.OfAnotherAccount", others)) : Said;

    private IEnumerable<string> Said => Status switch
    {
        { Pause: AccountPause.NoKey } => [T["Settings.Status.NoKey.hint"]],
        { Pause: AccountPause.KeyRefused { Problem: var problem } } => [T["Settings.Status.KeyRefused.hint", problem.Code, problem.Message ?? ""], KeyAdvice.Of(T, problem)],
        { Connectivity: Connectivity.Online, Account: { } account } when Lacking.Count > 0 => [Account(account), T["Settings.Advice.Scopes", string.Join(", ", Lacking)]],
        { Connectivity: Connectivity.Online, Account: { } account } => [Account(account)],
        { Connectivity: Connectivity.Online } => [],
        { Connectivity: Connectivity.Limited } => [T["Settings.Status.Limited.hint"]],
        _ => [T["Settings.Status.Offline.hint"]],
    };

    private string Heard => Status.LastHeardAt is { } at ? T["Settings.Status.Heard", ConnectedTo, Ages.Of(at)] : T["Settings.Status.Unheard", ConnectedTo];

    private string Account(AccountIdentity account) => AccountWords.Of(T, account);
}
