using System.Text.Json.Nodes;
using Flint.Operator.Sandbox.CheckoutSessions;
using Flint.Operator.Sandbox.Http;
using Flint.Operator.Sandbox.Orders;
using Flint.Operator.Sandbox.State;

namespace Flint.Operator.Sandbox.Refunds;

internal static class RefundCreation
{
    /// <summary>How long a bank takes in the sandbox to say its last word.</summary>
    private static readonly TimeSpan BankDelay = TimeSpan.FromMinutes(1);

    public static RefundDocument FromRequest(SandboxState state, JsonObject body)
    {
        var source = RefundSource.Find(state, body);
        var order = source.Order;
        var targets = RefundTargets.Read(order, body);
        var amount = Amount(source, targets, body["amount_money"]);
        var tip = targets is null ? Math.Max(0, amount - (source.Refundable - source.RefundableTip)) : 0;
        var parts = source.Split(amount, tip);
        var outcome = Outcome(source, parts);
        var refund = new RefundDocument
        {
            Id = Ids.New("ref", state.Now),
            CreatedAt = state.Now,
            UpdatedAt = state.Now,
            OrderId = order.Id,
            OrderNumber = order.OrderNumber,
            CustomerId = order.CustomerId,
            Amount = amount,
            Currency = order.Currency,
            State = outcome == RefundOutcome.Pends ? RefundState.Pending : RefundState.Succeeded,
            PaymentIntentIds = [.. parts.Select(part => part.PaymentIntentId)],
            Reason = body["reason"]?.GetValue<string>(),
            ReasonMessage = body["reason_message"]?.GetValue<string>(),
            ExternalReferenceId = body["external_reference_id"]?.GetValue<string>(),
            Metadata = body["metadata"]?.DeepClone().AsObject() ?? [],
            SettlesAt = outcome == RefundOutcome.Succeeds ? null : state.Now + BankDelay,
            SettlesAs = outcome == RefundOutcome.Fails ? RefundState.Failed : RefundState.Succeeded,
        };
        state.Save(refund);
        state.Save(order with
        {
            UpdatedAt = state.Now,
            Refunds = [.. order.Refunds, new OrderRefund(refund.Id, amount, tip, refund.State) { Parts = parts, Lines = targets ?? Spread(order, amount - tip) }],
        });
        return refund;
    }

    private static long Amount(RefundSource source, IReadOnlyList<RefundedLine>? targets, JsonNode? named)
    {
        var sum = targets?.Sum(target => target.Amount);
        var amount = sum ?? source.Refundable;
        if (named is not null)
        {
            var money = Money.Read(named);
            if (money.Currency != source.Order.Currency)
                throw Problem.Invalid("CURRENCY_MISMATCH", "A refund has the currency of its order.", "amount_money.currency");
            if (sum is not null && sum != money.Amount)
                throw Problem.Invalid("VALIDATION_ERROR", "The lines named do not add up to the amount.", "amount_money.amount");
            amount = money.Amount;
        }

        if (amount == 0)
            throw Problem.Conflict("NOTHING_TO_REFUND", "A refund of nothing is none.");
        return amount <= source.Refundable
            ? amount
            : throw Problem.Invalid(
                "VALIDATION_ERROR", "This is more than can still be given back.", named is null ? "line_items" : "amount_money.amount",
                new JsonObject { ["maximum_money"] = source.Order.Money(source.Refundable).ToJson() });
    }

    /// <summary>An amount without lines belongs to all of them, each by what it has left.</summary>
    private static RefundedLine[] Spread(OrderDocument order, long amount)
    {
        var totals = order.Totals();
        long[] left = [.. order.Lines.Select((_, line) => RefundTotals.Refundable(order, totals, line))];
        var shares = OrderTotals.Share(Math.Min(amount, left.Sum()), left);
        return [.. shares
            .Select((share, line) => new RefundedLine(order.Lines[line].Id, share, share == left[line] ? RefundTotals.RefundableQuantity(order, line) : 0))
            .Where(line => line.Amount > 0)];
    }

    private static RefundOutcome Outcome(RefundSource source, IReadOnlyList<RefundPart> parts) =>
        source.Payments
            .Where(payment => parts.Any(part => part.PaymentIntentId == payment.PaymentIntentId))
            .Select(payment => TestCard.RefundOf(payment.Last4))
            .Max();
}
