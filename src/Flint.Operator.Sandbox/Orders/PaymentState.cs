using System.Text.Json.Serialization;

namespace Flint.Operator.Sandbox.Orders;

[JsonConverter(typeof(JsonStringEnumConverter<PaymentState>))]
internal enum PaymentState
{
    RequiresAction,
    Processing,
    Succeeded,
    Failed,
    Expired,
}
