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
    string? Notice);
