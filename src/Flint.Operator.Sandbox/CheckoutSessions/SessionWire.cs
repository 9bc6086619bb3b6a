using System.Text.Json.Nodes;
using Flint.Operator.Sandbox.Http;
using Flint.Operator.Sandbox.Orders;
using Flint.Operator.Sandbox.PaymentLinks;
using Flint.Operator.Sandbox.State;

namespace Flint.Operator.Sandbox.CheckoutSessions;

/// <summary>A session as the API writes it.</summary>
internal static class SessionWire
{
    /// <summary>What create and resolve answer: the session and the credentials that open it.</summary>
    public static JsonObject Launch(SandboxState state, CheckoutSessionDocument session, string merchantId)
    {
        var access = new JsonObject { ["checkout_auth_token"] = session.AuthToken };
        var launch = new JsonObject { ["checkout_access"] = access, ["checkout_session"] = Write(state, session, merchantId), ["reused_existing"] = false };
        if (Url(session) is { } url)
        {
            access["hosted_url"] = url;
            launch["hosted_checkout"] = new JsonObject { ["url"] = url, ["checkout_auth_token"] = session.AuthToken };
        }

        return launch;
    }

    public static JsonObject Write(
        SandboxState state, CheckoutSessionDocument session, string merchantId, IReadOnlySet<string>? expand = null)
    {
        var order = state.Find<OrderDocument>(session.OrderId)!;
        var json = session.Settings.DeepClone().AsObject();
        json["checkout_session_id"] = session.Id;
        json["order_id"] = session.OrderId;
        json["merchant_id"] = merchantId;
        json["status"] = session.Status;
        json["surface"] = session.Surface;
        json["origin"] = session.Origin;
        json["delivery_selection_required"] = false;
        json["problems"] = new JsonArray();
        json["recovery_mode"] = session.RecoveryExpiresAt is not null;
        json["created_at"] = Timestamp.Write(session.CreatedAt);
        json["updated_at"] = Timestamp.Write(session.UpdatedAt);
        json["expires_at"] = Timestamp.Write(session.ExpiresAt);
        json["metadata"] = session.Metadata.DeepClone();
        json["delivery_method_ids"] ??= new JsonArray();
        var payments = order.Payments.Where(payment => payment.CheckoutSessionId == session.Id).ToArray();
        json["payment_intent_ids"] = new JsonArray([.. payments.Select(payment => (JsonNode)payment.PaymentIntentId)]);
        Put(json, "payment_link_id", session.PaymentLinkId);
        Put(json, "terminal_reason", session.TerminalReason);
        Put(json, "closed_reason", session.ClosedReason);
        Put(json, "external_reference_id", session.ExternalReferenceId);
        Put(json, "superseding_checkout_session_id", session.SupersededBy);
        Put(json, "url", Url(session));

        // What a declined try looks like on an open session was not found (contract 4.5); the attempt's own word "failed" is shown until the next one.
        if (payments.LastOrDefault() is { State: PaymentState.RequiresAction or PaymentState.Processing or PaymentState.Failed } last && session.IsOpen)
            json["active_payment_attempt"] = PaymentWire.Attempt(order, last);
        if (session.RecoveryExpiresAt is { } recovery)
        {
            json["recovery_expires_at"] = Timestamp.Write(recovery);
            json["recovery_payment_attempt_id"] = order.RunningPayment!.PaymentAttemptId;
        }

        Expand(state, session, order, payments, json, expand);
        return json;
    }

    private static void Expand(
        SandboxState state, CheckoutSessionDocument session, OrderDocument order, OrderPayment[] payments, JsonObject json,
        IReadOnlySet<string>? expand)
    {
        if (expand is null)
            return;
        if (expand.Contains("order"))
            json["order"] = OrderWire.Summary(order);
        if (expand.Contains("payment_intents"))
            json["payment_intents"] = new JsonArray([.. payments.Select(payment => PaymentWire.Intent(order, payment))]);
        if (expand.Contains("payment_link") && session.PaymentLinkId is { } linkId)
            json["payment_link"] = PaymentLinkWire.Summary(state.Find<PaymentLinkDocument>(linkId)!);

        // Asked for and not there: the sandbox keeps no customers and no invoices.
        foreach (var name in (string[])["customer", "invoice", "payment_link"])
        {
            if (expand.Contains(name) && !json.ContainsKey(name))
                json[name] = null;
        }
    }

    private static string? Url(CheckoutSessionDocument session) =>
        session.Surface is "hosted" ? HostedUrls.Checkout(session.Id, session.LaunchToken) : null;

    private static void Put(JsonObject json, string name, string? value)
    {
        if (value is not null)
            json[name] = value;
    }
}
