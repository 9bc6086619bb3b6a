namespace Flint.Operator.Sandbox.Dashboard;

internal sealed record DashboardSection(string Key, string Title, IReadOnlyList<DashboardRow> Rows);
