using Flint.Operator.Core.Checkouts;
using Flint.Operator.Core.Sync;

namespace Flint.Operator.ViewModels.Checkouts;

/// <summary>What the form is for: a new charge, one that waits, or one that was refused.</summary>
internal abstract record ChargeTarget
{
    private ChargeTarget()
    {
    }

    public abstract Task<SaveOutcome> SaveAsync(CheckoutOperations operations, CheckoutDraft draft, CancellationToken cancellationToken);

    public sealed record New : ChargeTarget
    {
        public override Task<SaveOutcome> SaveAsync(CheckoutOperations operations, CheckoutDraft draft, CancellationToken cancellationToken) =>
            operations.ChargeAsync(draft, cancellationToken);
    }

    public sealed record Waiting(string Lid) : ChargeTarget
    {
        public override Task<SaveOutcome> SaveAsync(CheckoutOperations operations, CheckoutDraft draft, CancellationToken cancellationToken) =>
            operations.EditAsync(Lid, draft, cancellationToken);
    }

    public sealed record Refused(string OperationId) : ChargeTarget
    {
        public override Task<SaveOutcome> SaveAsync(CheckoutOperations operations, CheckoutDraft draft, CancellationToken cancellationToken) =>
            operations.CorrectAsync(OperationId, draft, cancellationToken);
    }
}
