using Flint.Operator.Api.Http;
using Flint.Operator.Core.Sync;
using Flint.Operator.Core.Sync.Operations;
using Flint.Operator.Core.Sync.Push;

namespace Flint.Operator.Api.CheckoutSessions;

internal sealed record CreateCheckoutSessionBody
{
    public required string OrderId { get; init; }

    public required string ExternalReferenceId { get; init; }

    public required ExpirationBody Expiration { get; init; }

    public string? ReplaceCheckoutSessionId { get; init; }

    public required MetadataBody Metadata { get; init; }

    public static CreateCheckoutSessionBody Of(Operation operation, OperationIntent.CreateCheckoutSession intent, WireTargets targets) => new()
    {
        OrderId = targets.OrderId ?? throw new InvalidOperationException("A session is sent only after its order, whose id is then known."),
        ExternalReferenceId = operation.Reference,
        Expiration = new ExpirationBody((int)intent.Life.TotalSeconds),
        ReplaceCheckoutSessionId = targets.ReplacesSessionId,
        Metadata = MetadataBody.Of(operation),
    };
}

internal sealed record ExpirationBody(int ExpiresInSeconds);
