using System.Text.Json;
using System.Text.Json.Serialization.Metadata;

namespace Flint.Operator.Storage.Json;

internal static class JsonText
{
    public static string? Write<T>(T? value, JsonTypeInfo<T> type)
        where T : class => value is null ? null : JsonSerializer.Serialize(value, type);

    public static T? Read<T>(string? json, JsonTypeInfo<T> type)
        where T : class => json is null ? null : JsonSerializer.Deserialize(json, type);

    public static T Require<T>(string? json, JsonTypeInfo<T> type)
        where T : class => Read(json, type) ?? throw new JsonException($"A stored {typeof(T).Name} is missing.");
}
