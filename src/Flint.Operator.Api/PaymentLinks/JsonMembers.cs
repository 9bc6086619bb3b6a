using System.Text.Json;

namespace Flint.Operator.Api.PaymentLinks;

// Members that this app has no name for.
internal static class JsonMembers
{
    public static bool AnySays(IDictionary<string, JsonElement>? rest) => rest?.Values.Any(SaysSomething) == true;

    private static bool SaysSomething(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.Null or JsonValueKind.False => false,
        JsonValueKind.Array => value.GetArrayLength() > 0,
        _ => true,
    };
}
