using System.Text.Json;
using System.Text.Json.Serialization;
using Flint.Operator.Api.Http;
using Flint.Operator.Core.Amounts;

namespace Flint.Operator.Api.PaymentLinks;

// An amount that a PATCH takes away by saying null, where leaving it out would leave it as it is (contract 2.3).
[JsonConverter(typeof(Converter))]
internal sealed record ClearableMoneyDto(MoneyDto? Value)
{
    public static ClearableMoneyDto Of(Money? money) => new(MoneyDto.OfOptional(money));

    internal sealed class Converter : JsonConverter<ClearableMoneyDto>
    {
        public override ClearableMoneyDto Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
            throw new NotSupportedException("It is only sent.");

        public override void Write(Utf8JsonWriter writer, ClearableMoneyDto value, JsonSerializerOptions options)
        {
            if (value.Value is { } money)
            {
                JsonSerializer.Serialize(writer, money, ApiJson.Default.MoneyDto);
            }
            else
            {
                writer.WriteNullValue();
            }
        }
    }
}
