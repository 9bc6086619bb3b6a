using System.Text.Json.Serialization;
using Flint.Operator.Core.Amounts;
using Flint.Operator.Core.Checkouts;
using Flint.Operator.Core.PaymentLinks;
using Flint.Operator.Core.Settings;
using Flint.Operator.Core.Sync;
using Flint.Operator.Core.Sync.Connections;
using Flint.Operator.Core.Sync.Operations;

namespace Flint.Operator.Storage.Json;

/// <summary>Everything that is stored as JSON. Members that a newer version wrote are ignored.</summary>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    IgnoreReadOnlyProperties = true,
    UseStringEnumConverter = true,
    Converters = [typeof(CurrencyConverter), typeof(ValueListConverter<Money>), typeof(ValueListConverter<string>), typeof(ValueListConverter<LinkQuestion>), typeof(ValueListConverter<LinkQuestionId>)])]
[JsonSerializable(typeof(PaymentLinkDraft))]
[JsonSerializable(typeof(CheckoutDraft))]
[JsonSerializable(typeof(PaymentLinkSnapshot))]
[JsonSerializable(typeof(OrderSnapshot))]
[JsonSerializable(typeof(CheckoutSessionSnapshot))]
[JsonSerializable(typeof(OperationIntent.CreatePaymentLink))]
[JsonSerializable(typeof(OperationIntent.CreateOrder))]
[JsonSerializable(typeof(OperationIntent.CreateCheckoutSession))]
[JsonSerializable(typeof(OperationIntent.UpdatePaymentLink))]
[JsonSerializable(typeof(OperationIntent.SetPaymentLinkActive))]
[JsonSerializable(typeof(OperationIntent.CloseOrder))]
[JsonSerializable(typeof(OperationIntent.CloseCheckoutSession))]
[JsonSerializable(typeof(Doubt))]
[JsonSerializable(typeof(Pause))]
[JsonSerializable(typeof(ApiProblem))]
[JsonSerializable(typeof(OperatorSettings))]
[JsonSerializable(typeof(LinkQuestion))]
[JsonSerializable(typeof(LinkQuestionId))]
[JsonSerializable(typeof(IReadOnlyList<string>))]
internal sealed partial class StorageJson : JsonSerializerContext;
