using Flint.Operator.Api.Http;
using Flint.Operator.Core.PaymentLinks;
using Flint.Operator.Core.Sync;
using Flint.Operator.Core.Sync.Operations;
using Flint.Operator.Core.Sync.Push;

namespace Flint.Operator.Api.PaymentLinks;

// Only what changed.
internal sealed record UpdatePaymentLinkBody
{
    public string? Name { get; init; }

    public string? Status { get; init; }

    public IReadOnlyList<UpdateLineBody>? LineItems { get; init; }

    public long? ExpectedVersion { get; init; }

    // The status alone needs no expected_version (contract 2.3): pausing must win over any other edit.
    public static UpdatePaymentLinkBody Of(bool isActive) => new() { Status = isActive ? "active" : "inactive" };

    public static UpdatePaymentLinkBody Of(OperationIntent.UpdatePaymentLink edit, WireTargets targets)
    {
        var link = targets.Link ?? throw new InvalidOperationException("An edit is sent only for a link that was read.");
        var (titleChanged, priceChanged) = (edit.Mine.Title != edit.Base.Title, edit.Mine.AmountMoney != edit.Base.AmountMoney);

        // Our own links name their line after the page; the two stay together.
        var lineNamed = titleChanged && link.Line?.Name == link.Title ? edit.Mine.Title : link.Line?.Name;
        var price = priceChanged ? edit.Mine.AmountMoney : link.AmountMoney;
        return new UpdatePaymentLinkBody
        {
            Name = titleChanged ? edit.Mine.Title : null,
            LineItems = link.Line is { } line && price is not null && (priceChanged || lineNamed != line.Name)
                ? [new UpdateLineBody(line.Id, line.Key, lineNamed!, line.Quantity, MoneyDto.Of(price))]
                : null,
            ExpectedVersion = link.Version,
        };
    }
}

internal sealed record UpdateLineBody(string PaymentLinkLineItemId, string? Key, string Name, long Quantity, MoneyDto UnitPriceMoney);
