using Flint.Operator.Core.Sync.Operations;

namespace Flint.Operator.Testing.Stores;

/// <summary>What the audit says of one operation.</summary>
public sealed record AuditedOperation(OperationState State, int Generation, int Attempts)
{
    public static AuditedOperation Of(Operation operation)
    {
        ArgumentNullException.ThrowIfNull(operation);
        return new AuditedOperation(operation.State, operation.Generation, operation.Attempts);
    }
}
