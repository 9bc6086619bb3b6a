using Flint.Operator.Core.Sync;
using Flint.Operator.Core.Sync.Operations;
using Flint.Operator.Core.Sync.Outbox;
using Flint.Operator.Storage.Json;

namespace Flint.Operator.Storage.Sync;

/// <summary>An intent as its verb and its JSON.</summary>
internal static class IntentText
{
    /// <summary>Rises when the JSON of an intent changes its meaning.</summary>
    public const int Version = 1;

    public static (string Verb, string Json) Write(OperationIntent intent) => intent switch
    {
        OperationIntent.CreatePaymentLink i => ("create-payment-link", JsonText.Write(i, StorageJson.Default.CreatePaymentLink)!),
        OperationIntent.CreateOrder i => ("create-order", JsonText.Write(i, StorageJson.Default.CreateOrder)!),
        OperationIntent.CreateCheckoutSession i => ("create-checkout-session", JsonText.Write(i, StorageJson.Default.CreateCheckoutSession)!),
        OperationIntent.UpdatePaymentLink i => ("update-payment-link", JsonText.Write(i, StorageJson.Default.UpdatePaymentLink)!),
        OperationIntent.SetPaymentLinkActive i => ("set-payment-link-active", JsonText.Write(i, StorageJson.Default.SetPaymentLinkActive)!),
        OperationIntent.CloseOrder i => ("close-order", JsonText.Write(i, StorageJson.Default.CloseOrder)!),
        OperationIntent.CloseCheckoutSession i => ("close-checkout-session", JsonText.Write(i, StorageJson.Default.CloseCheckoutSession)!),
        _ => throw new ArgumentOutOfRangeException(nameof(intent), intent.GetType(), "Not an intent that is stored."),
    };

    public static OperationIntent Read(string verb, string json) => verb switch
    {
        "create-payment-link" => JsonText.Require(json, StorageJson.Default.CreatePaymentLink),
        "create-order" => JsonText.Require(json, StorageJson.Default.CreateOrder),
        "create-checkout-session" => JsonText.Require(json, StorageJson.Default.CreateCheckoutSession),
        "update-payment-link" => JsonText.Require(json, StorageJson.Default.UpdatePaymentLink),
        "set-payment-link-active" => JsonText.Require(json, StorageJson.Default.SetPaymentLinkActive),
        "close-order" => JsonText.Require(json, StorageJson.Default.CloseOrder),
        "close-checkout-session" => JsonText.Require(json, StorageJson.Default.CloseCheckoutSession),
        _ => throw new ArgumentOutOfRangeException(nameof(verb), verb, "Not a verb that is stored."),
    };
}
