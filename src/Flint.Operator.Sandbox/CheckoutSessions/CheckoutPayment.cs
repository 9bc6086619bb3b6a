using Flint.Operator.Sandbox.Orders;
using Flint.Operator.Sandbox.PaymentLinks;
using Flint.Operator.Sandbox.State;

namespace Flint.Operator.Sandbox.CheckoutSessions;

/// <summary>What the buyer's tries to pay do to the order, the session and the link behind them.</summary>
internal static class CheckoutPayment
{
    /// <summary>The session collects the whole balance due. Nothing happens to one that is over or busy.</summary>
    public static void Try(SandboxState state, CheckoutSessionDocument session, TestCard card)
    {
        if (Begin(state, session, card.Brand, card.Last4) is not var (order, payment))
            return;
        var started = order with { Payments = [.. order.Payments, payment], UpdatedAt = state.Now };
        switch (card.Behaviour)
        {
            case CardBehaviour.Pays:
                Succeed(state, session, started, payment);
                break;
            case CardBehaviour.Declines:
                Fail(state, session, started, payment, card.FailureCode);
                break;
            default:
                state.Save(started);
                state.Save(session with { UpdatedAt = state.Now });
                break;
        }
    }

    /// <summary>A bank answers a debit later; until then the order is held like by a card's challenge.</summary>
    public static void Debit(SandboxState state, CheckoutSessionDocument session, TestBankAccount account)
    {
        if (Begin(state, session, TestBankAccount.BankName, account.Last4) is not var (order, payment))
            return;
        var running = payment with
        {
            Source = "ach_debit", State = PaymentState.Processing, SettlesAt = state.Now + TestBankAccount.AnswersAfter, FailureCode = account.FailureCode,
        };
        state.Save(order with { Payments = [.. order.Payments, running], UpdatedAt = state.Now });
        state.Save(session with { UpdatedAt = state.Now, SettlesAt = running.SettlesAt });
    }

    /// <summary>The bank's answer. It was known from the start, and takes effect now.</summary>
    public static void FinishDebit(SandboxState state, CheckoutSessionDocument session)
    {
        var order = state.Find<OrderDocument>(session.OrderId)!;
        var running = order.RunningPayment!;
        if (running.FailureCode is null)
            Succeed(state, session, order, running);
        else
            Fail(state, session with { SettlesAt = null }, order, running, running.FailureCode);
    }

    public static void FinishChallenge(SandboxState state, CheckoutSessionDocument session, bool isApproved)
    {
        var order = state.Find<OrderDocument>(session.OrderId)!;
        if (!session.IsOpen || order.RunningPayment is not { State: PaymentState.RequiresAction } running || running.CheckoutSessionId != session.Id)
            return;
        if (isApproved)
            Succeed(state, session, order, running);
        else
            Fail(state, session, order, running, "authentication_required");
    }

    public static OrderDocument Settle(
        OrderDocument order, OrderPayment payment, PaymentState outcome, DateTimeOffset at, string? failure = null) =>
        order with
        {
            UpdatedAt = at,
            Payments = [.. order.Payments.Select(known => known.PaymentIntentId == payment.PaymentIntentId
                ? known with { State = outcome, CompletedAt = at, FailureCode = failure }
                : known)],
        };

    private static (OrderDocument Order, OrderPayment Payment)? Begin(
        SandboxState state, CheckoutSessionDocument session, string name, string last4)
    {
        var order = state.Find<OrderDocument>(session.OrderId)!;
        if (!session.IsOpen || session.RecoveryExpiresAt is not null || order.RunningPayment is not null)
            return null;
        var totals = order.Totals();
        return (order, new OrderPayment(
            Ids.New("pi", state.Now), Ids.New("opat", state.Now), session.Id, totals.Outstanding,
            Math.Clamp(totals.Tip - totals.SettledTip, 0, totals.Outstanding), name, last4, PaymentState.RequiresAction, state.Now));
    }

    private static void Succeed(SandboxState state, CheckoutSessionDocument session, OrderDocument order, OrderPayment payment)
    {
        var paid = Settle(order, payment, PaymentState.Succeeded, state.Now);
        state.Save(paid);
        state.Save(paid.Outstanding == 0
            ? session.Ended("paid", "payment_succeeded", state.Now)
            : session.Ended("partially_paid", "payment_partially_succeeded", state.Now));
        if (session.PaymentLinkId is { } linkId && state.Find<PaymentLinkDocument>(linkId) is { } link)
        {
            var sold = paid.Lines.Sum(line => line.Quantity);
            state.Save(link with
            {
                CompletedCount = link.CompletedCount + 1,
                TotalQuantitySold = link.TotalQuantitySold + (int)sold,
                UpdatedAt = state.Now,
            });
        }
    }

    /// <summary>A declined try leaves the session open and payable with another card.</summary>
    private static void Fail(
        SandboxState state, CheckoutSessionDocument session, OrderDocument order, OrderPayment payment, string failure)
    {
        state.Save(Settle(order, payment, PaymentState.Failed, state.Now, failure));
        state.Save(session with { UpdatedAt = state.Now });
    }
}
