using Flint.Operator.Core.Sync;
using Flint.Operator.Core.Sync.Operations;

namespace Flint.Operator.Core.Activity;

/// <summary>One operation of a record with everything this device has written down about it.</summary>
/// <param name="Operation">As it stands.</param>
/// <param name="Attempts">Its requests, the first one first.</param>
/// <param name="Audit">Its lines of the audit, the first one first.</param>
public sealed record OperationTrail(Operation Operation, IReadOnlyList<Attempt> Attempts, IReadOnlyList<StoreChange.Audit> Audit);
