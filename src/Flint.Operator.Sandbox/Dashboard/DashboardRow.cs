namespace Flint.Operator.Sandbox.Dashboard;

/// <summary>One record in a list of the dashboard.</summary>
internal sealed record DashboardRow(string Id, string Title, string State, string Amount, DateTimeOffset At);
