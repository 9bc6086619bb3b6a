using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using Flint.Operator.Api.CheckoutSessions;
using Flint.Operator.Api.Http;
using Flint.Operator.Api.Orders;
using Flint.Operator.Api.PaymentLinks;
using Flint.Operator.Core.Sync;
using Flint.Operator.Core.Sync.Operations;
using Flint.Operator.Core.Sync.Push;

namespace Flint.Operator.Api.Sync;

internal static class OperationEncoder
{
    private const string PaymentLinks = "/v1/payment-links";

    private const string Orders = "/v1/orders";

    private const string CheckoutSessions = "/v1/checkout-sessions";

    // A close needs a body, and the editions name its only member differently (contract 3.4): empty is right for both.
    private static readonly byte[] EmptyObject = "{}"u8.ToArray();

    public static WireRequest Encode(Operation operation, WireTargets targets) => operation.Intent switch
    {
        OperationIntent.CreatePaymentLink intent =>
            new WireRequest("POST", PaymentLinks, Bytes(CreatePaymentLinkBody.Of(operation, intent.Draft), ApiJson.Default.CreatePaymentLinkBody)),
        OperationIntent.UpdatePaymentLink intent =>
            new WireRequest("PATCH", Own(PaymentLinks, targets), Bytes(UpdatePaymentLinkBody.Of(intent, targets), ApiJson.Default.UpdatePaymentLinkBody)),
        OperationIntent.SetPaymentLinkActive intent =>
            new WireRequest("PATCH", Own(PaymentLinks, targets), Bytes(UpdatePaymentLinkBody.Of(intent), ApiJson.Default.UpdatePaymentLinkBody)),
        OperationIntent.CreateOrder intent =>
            new WireRequest("POST", Orders, Bytes(CreateOrderBody.Of(operation, intent.Draft), ApiJson.Default.CreateOrderBody)),
        OperationIntent.CreateCheckoutSession intent =>
            new WireRequest("POST", CheckoutSessions, Bytes(CreateCheckoutSessionBody.Of(operation, intent, targets), ApiJson.Default.CreateCheckoutSessionBody)),
        OperationIntent.CloseOrder =>
            new WireRequest("POST", Own(Orders, targets) + "/close", EmptyObject),
        OperationIntent.CloseCheckoutSession =>
            new WireRequest("POST", Own(CheckoutSessions, targets) + "/close", EmptyObject),
        _ => throw new ArgumentOutOfRangeException(nameof(operation), operation.Intent.GetType(), "Not an intent that has a write."),
    };

    private static byte[] Bytes<T>(T body, JsonTypeInfo<T> type) => JsonSerializer.SerializeToUtf8Bytes(body, type);

    private static string Own(string path, WireTargets targets) =>
        $"{path}/{Uri.EscapeDataString(targets.OwnId ?? throw new InvalidOperationException("A change is sent only after its create, whose id is then known."))}";
}
