using System.Text.Json;
using System.Text.Json.Serialization;
using Flint.Operator.Core.Amounts;

namespace Flint.Operator.Storage.Json;

/// <summary>A currency is stored as its code; the table in Core knows the rest.</summary>
internal sealed class CurrencyConverter : JsonConverter<Currency>
{
    public override Currency Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        Currency.TryFind(reader.GetString(), out var currency) ? currency : throw new JsonException("Not a currency.");

    public override void Write(Utf8JsonWriter writer, Currency value, JsonSerializerOptions options) => writer.WriteStringValue(value.Code);
}
