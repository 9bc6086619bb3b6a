namespace Flint.Operator.Sandbox.Dashboard;

internal sealed record DashboardView(
    IReadOnlyList<DashboardSection> Sections, IReadOnlyList<LoggedRequest> Requests, DateTimeOffset Now, bool IsClockMoved, int FaultRules, bool IsLive);
