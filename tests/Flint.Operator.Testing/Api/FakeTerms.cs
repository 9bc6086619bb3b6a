using System.Text.Json;
using System.Text.Json.Serialization;
using Flint.Operator.Core.Amounts;
using Flint.Operator.Core.PaymentLinks;

namespace Flint.Operator.Testing.Api;

/// <summary>The terms of a link in the fake's own body.</summary>
internal static class FakeTerms
{
    private static readonly JsonSerializerOptions Options = new()
    {
        IgnoreReadOnlyProperties = true,
        Converters = { new ByCode(), new AsArray<Money>(), new AsArray<string>(), new AsArray<LinkQuestion>() },
    };

    public static string Write(LinkTerms terms) => JsonSerializer.Serialize(terms, Options);

    public static LinkTerms Read(string? text) => text is null ? LinkTerms.Plain : JsonSerializer.Deserialize<LinkTerms>(text, Options)!;

    private sealed class ByCode : JsonConverter<Currency>
    {
        public override Currency Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) => Currency.Of(reader.GetString()!);

        public override void Write(Utf8JsonWriter writer, Currency value, JsonSerializerOptions options) => writer.WriteStringValue(value.Code);
    }

    private sealed class AsArray<T> : JsonConverter<ValueList<T>>
    {
        public override ValueList<T> Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
            ValueListBuilder.Of<T>(JsonSerializer.Deserialize<T[]>(ref reader, options)!);

        public override void Write(Utf8JsonWriter writer, ValueList<T> value, JsonSerializerOptions options) => JsonSerializer.Serialize(writer, value.ToArray(), options);
    }
}
