using Flint.Operator.Core.Settings;
using Flint.Operator.Core.Sync;
using Flint.Operator.Core.Sync.Connections;
using Flint.Operator.UI.Strings;
using Flint.Operator.ViewModels.Shell;
using Microsoft.Extensions.Localization;

namespace Flint.Operator.UI.Shell;

/// <summary>
/// What the shell shows around every screen. Connectivity is "online", "limited" or "offline"; appearance is "system",
/// "light" or "dark": the words of data attributes and of operator.js.
/// </summary>
public sealed record ShellStatus(
    bool IsTest,
    string Connectivity,
    int WaitingCount,
    string? OperatorName,
    string? DeviceName,
    string Appearance,
    string? Notice)
{
    /// <summary>How many of those that wait do so for a key of another account.</summary>
    public int OfAnotherAccount { get; init; }

    public static ShellStatus Of(ShellViewModel shell, IStringLocalizer<Texts> texts)
    {
        ArgumentNullException.ThrowIfNull(shell);
        ArgumentNullException.ThrowIfNull(texts);
        return new ShellStatus(
            shell.IsTest,
            shell.Status.Connectivity switch
            {
                Core.Sync.Connections.Connectivity.Online => "online",
                Core.Sync.Connections.Connectivity.Limited => "limited",
                _ => "offline",
            },
            shell.Outbox.All,
            shell.Settings.OperatorName,
            shell.Settings.DeviceName,
            shell.Settings.Appearance switch
            {
                Core.Settings.Appearance.Light => "light",
                Core.Settings.Appearance.Dark => "dark",
                _ => "system",
            },
            NoticeOf(shell, texts))
        {
            OfAnotherAccount = shell.Outbox.OfAnotherAccount,
        };
    }

    private static string? NoticeOf(ShellViewModel shell, IStringLocalizer<Texts> texts)
    {
        var reason = shell.Status.Pause switch
        {
            AccountPause.NoKey => texts["Shell.NoKey"].Value,
            AccountPause.KeyRefused refused => texts["Shell.KeyRefused", refused.Problem.Code].Value,
            _ => null,
        };
        return reason is null ? null : $"{reason} {texts.Counted("Shell.NothingLost", shell.Outbox.All)}";
    }
}
