using Flint.Operator.Core.Sync;
using Flint.Operator.Core.Sync.Operations;

namespace Flint.Operator.Testing.Stores;

/// <summary>An attempt with what it belongs to.</summary>
public sealed record StoredAttempt(string OperationId, int Generation, Attempt Attempt);
