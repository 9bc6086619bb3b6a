namespace Flint.Operator.Faults.Tests.Stack;

/// <summary>One record at the sandbox.</summary>
internal sealed record LedgerRecord(string Kind, string Id, string? Reference, string? Status, string? OrderId, string? Name, long Version);
