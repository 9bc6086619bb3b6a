using System.Text.Json;
using System.Text.Json.Serialization;
using Flint.Operator.Api.Account;
using Flint.Operator.Api.CheckoutSessions;
using Flint.Operator.Api.Orders;
using Flint.Operator.Api.PaymentLinks;

namespace Flint.Operator.Api.Http;

[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.SnakeCaseLower,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    UnmappedMemberHandling = JsonUnmappedMemberHandling.Skip)]
[JsonSerializable(typeof(EnvelopeDto<PaymentLinkDto>))]
[JsonSerializable(typeof(EnvelopeDto<IReadOnlyList<PaymentLinkDto?>>))]
[JsonSerializable(typeof(EnvelopeDto<OrderDto>))]
[JsonSerializable(typeof(EnvelopeDto<IReadOnlyList<OrderDto?>>))]
[JsonSerializable(typeof(EnvelopeDto<CheckoutSessionDto>))]
[JsonSerializable(typeof(EnvelopeDto<IReadOnlyList<CheckoutSessionDto?>>))]
[JsonSerializable(typeof(EnvelopeDto<LaunchDto>))]
[JsonSerializable(typeof(EnvelopeDto<AuthContextDto>))]
[JsonSerializable(typeof(EnvelopeDto<MerchantDto>))]
[JsonSerializable(typeof(ErrorEnvelopeDto))]
[JsonSerializable(typeof(CreatePaymentLinkBody))]
[JsonSerializable(typeof(UpdatePaymentLinkBody))]
[JsonSerializable(typeof(CreateOrderBody))]
[JsonSerializable(typeof(CreateCheckoutSessionBody))]
internal sealed partial class ApiJson : JsonSerializerContext;
