namespace Flint.Operator.Load;

/// <summary>What stood in the sandbox at the end, and what was asked of it under keys that several clients share.</summary>
public sealed record LoadTotals(int Orders, int Keys, int Sends, int Sessions, int PaidOrders);
