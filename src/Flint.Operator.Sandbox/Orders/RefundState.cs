using System.Text.Json.Serialization;

namespace Flint.Operator.Sandbox.Orders;

[JsonConverter(typeof(JsonStringEnumConverter<RefundState>))]
internal enum RefundState
{
    Pending,
    Succeeded,
    Failed,
}
