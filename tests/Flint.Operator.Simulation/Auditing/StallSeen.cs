using Flint.Operator.Testing.Stores;

namespace Flint.Operator.Simulation.Auditing;

/// <summary>All was fair for three quarters of an hour except for one operation, which the server failed every time.</summary>
internal sealed record StallSeen(TimeSpan At, StoreState Rows, string StuckId);
