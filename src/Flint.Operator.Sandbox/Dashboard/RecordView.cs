namespace Flint.Operator.Sandbox.Dashboard;

internal sealed record RecordView(string Id, string? Json);
