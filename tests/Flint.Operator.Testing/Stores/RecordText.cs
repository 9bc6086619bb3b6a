using System.Text.Json;
using System.Text.Json.Serialization;
using Flint.Operator.Core.Sync;
using Flint.Operator.Core.Sync.Operations;

namespace Flint.Operator.Testing.Stores;

/// <summary>Records as text, members of lists included: two are the same when their texts are.</summary>
public static class RecordText
{
    private static readonly JsonSerializerOptions Options = new()
    {
        WriteIndented = true, Converters = { new ByRuntimeType<OperationIntent>(), new ByRuntimeType<RemoteRecord>(), new JsonStringEnumConverter() },
    };

    public static string Of(object? value) => JsonSerializer.Serialize(value, Options);

    private sealed class ByRuntimeType<T> : JsonConverter<T>
        where T : class
    {
        public override bool CanConvert(Type typeToConvert) => typeToConvert == typeof(T);

        public override T Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) => throw new NotSupportedException("Texts are only compared.");

        public override void Write(Utf8JsonWriter writer, T value, JsonSerializerOptions options)
        {
            writer.WriteStartObject();
            writer.WritePropertyName(value.GetType().Name);
            JsonSerializer.Serialize(writer, value, value.GetType(), options);
            writer.WriteEndObject();
        }
    }
}
