using System.Text.Json;
using System.Text.Json.Serialization;

namespace Flint.Operator.Sandbox.State;

internal static class StateJson
{
    public static JsonSerializerOptions Options { get; } = new()
    {
        PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower,
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
        Converters = { new Timestamp.Converter() },
    };
}
