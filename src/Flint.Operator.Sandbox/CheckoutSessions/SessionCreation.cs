using System.Text.Json.Nodes;
using Flint.Operator.Sandbox.Http;
using Flint.Operator.Sandbox.Orders;
using Flint.Operator.Sandbox.State;

namespace Flint.Operator.Sandbox.CheckoutSessions;

internal static class SessionCreation
{
    public static CheckoutSessionDocument FromRequest(SandboxState state, JsonObject body)
    {
        var order = Source(state, body);
        if (!order.IsOpen || order.Outstanding == 0)
            throw Problem.Conflict("ORDER_NOT_OPEN", "The order is closed or fully paid.");
        var isTaxedItem = body["quick_pay_item"] is not null && body["tax"]?["enabled"]?.GetValue<bool>() == true;
        if (order.Taxes.NeedsConnection || isTaxedItem)
            throw OrderTaxes.ConnectionRequired();

        var replaced = Replaced(state, order, body["replace_checkout_session_id"]?.GetValue<string>());
        var origin = body["quick_pay_item"] is null ? "api" : "checkout";
        var session = Open(state, order, SessionSettings.Pick(body), origin) with
        {
            Surface = body["surface"]?.GetValue<string>() ?? "hosted",
            ExternalReferenceId = body["external_reference_id"]?.GetValue<string>(),
            CustomerId = body["customer_collection"]?["customer_id"]?.GetValue<string>() ?? order.CustomerId,
            Metadata = body["metadata"]?.DeepClone().AsObject() ?? [],
        };
        state.Save(session);
        if (replaced is not null)
            state.Save(replaced.Ended("invalidated", "superseded", state.Now) with { SupersededBy = session.Id });
        return session;
    }

    /// <summary>A new open session of an order, already known to that order.</summary>
    public static CheckoutSessionDocument Open(SandboxState state, OrderDocument order, JsonObject settings, string origin)
    {
        var session = new CheckoutSessionDocument
        {
            Id = Ids.New("cs", state.Now),
            CreatedAt = state.Now,
            UpdatedAt = state.Now,
            OrderId = order.Id,
            Origin = origin,
            Surface = "hosted",
            Settings = settings,
            ExpiresAt = state.Now + SessionSettings.Life(settings),
            LaunchToken = Ids.Secret(24),
            AuthToken = $"ckat_v1.{Ids.Secret(24)}",
        };
        state.Save(session);
        state.Save(order with { CheckoutSessionIds = [.. order.CheckoutSessionIds, session.Id], UpdatedAt = state.Now });
        return session;
    }

    private static OrderDocument Source(SandboxState state, JsonObject body)
    {
        if (body["order_id"]?.GetValue<string>() is { } orderId)
            return state.Find<OrderDocument>(orderId) ?? throw Unknown("order", orderId, "order_id");
        if (body["plan_id"]?.GetValue<string>() is { } planId)
            throw Unknown("plan", planId, "plan_id");
        if (body["payment_intent_id"]?.GetValue<string>() is { } intentId)
            throw Unknown("payment intent without an order", intentId, "payment_intent_id");

        var item = body["quick_pay_item"]!;
        var money = Money.Read(item["amount_money"]!);
        return OrderCreation.FromLines(
            state, "checkout", money.Currency,
            [new OrderLine(Ids.New("li", state.Now), item["name"]!.GetValue<string>(), 1, money.Amount) { Tax = item["tax"]?.DeepClone().AsObject() }],
            []);
    }

    /// <summary>The call declares no 404: an id in its body that leads nowhere is bad input.</summary>
    private static ApiProblemException Unknown(string what, string id, string param) =>
        Problem.Invalid("VALIDATION_ERROR", $"There is no {what} '{id}'.", param);

    /// <summary>Nothing is replaced unless it is named, and only the session that is current now can be.</summary>
    private static CheckoutSessionDocument? Replaced(SandboxState state, OrderDocument order, string? named)
    {
        var current = OpenSession.Of(state, order);
        if (current is null)
        {
            return named is null
                ? null
                : throw Problem.Conflict(
                    "ORDER_COLLECTION_IN_PROGRESS", "The session to replace has ended.",
                    nextSteps: "Read the order, then create a session with order_id alone.");
        }

        if (named is null)
        {
            var context = OpenSession.Blocking(current);
            context["existing_checkout_session_id"] = current.Id;
            throw Problem.Conflict(
                "CHECKOUT_SESSION_ALREADY_EXISTS", "This order already has an open checkout.", context,
                nextSteps: "Use the open session or replace it.");
        }

        if (named != current.Id)
        {
            throw Problem.Conflict(
                "CHECKOUT_SESSION_CURRENT_CHANGED", "Another session is the current one.",
                new JsonObject { ["current_checkout_session_id"] = current.Id });
        }

        return order.RunningPayment is null
            ? current
            : throw Problem.Conflict("CHECKOUT_PAYMENT_RESOLVING", "A payment of the current session is being settled.", retryable: true);
    }
}
