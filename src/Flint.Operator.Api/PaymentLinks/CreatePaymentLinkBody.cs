using Flint.Operator.Api.Http;
using Flint.Operator.Core.PaymentLinks;
using Flint.Operator.Core.Sync;
using Flint.Operator.Core.Sync.Operations;

namespace Flint.Operator.Api.PaymentLinks;

internal sealed record CreatePaymentLinkBody
{
    public required string Name { get; init; }

    public required string ExternalReferenceId { get; init; }

    public required IReadOnlyList<LineItemBody> LineItems { get; init; }

    public required MetadataBody Metadata { get; init; }

    public static CreatePaymentLinkBody Of(Operation operation, PaymentLinkDraft draft) => new()
    {
        Name = draft.Title,
        ExternalReferenceId = operation.Reference,
        LineItems = draft.AmountMoney is { } price
            ? [new LineItemBody(draft.Title, 1, MoneyDto.Of(price))]
            : throw new InvalidOperationException("A link without an amount does not pass its own checks and is never saved."),
        Metadata = MetadataBody.Of(operation),
    };
}
