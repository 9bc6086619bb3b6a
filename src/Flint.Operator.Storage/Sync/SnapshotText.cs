using Flint.Operator.Core.Checkouts;
using Flint.Operator.Core.PaymentLinks;
using Flint.Operator.Core.Sync;
using Flint.Operator.Storage.Json;

namespace Flint.Operator.Storage.Sync;

/// <summary>A record of the API as its kind and its JSON.</summary>
internal static class SnapshotText
{
    public static (string Kind, string Json) Write(RemoteRecord record) => record switch
    {
        PaymentLinkSnapshot r => (StateWords.Of(RecordKind.PaymentLink), JsonText.Write(r, StorageJson.Default.PaymentLinkSnapshot)!),
        OrderSnapshot r => (StateWords.Of(RecordKind.Order), JsonText.Write(r, StorageJson.Default.OrderSnapshot)!),
        CheckoutSessionSnapshot r => (StateWords.Of(RecordKind.CheckoutSession), JsonText.Write(r, StorageJson.Default.CheckoutSessionSnapshot)!),
        _ => throw new ArgumentOutOfRangeException(nameof(record), record.GetType(), "Not a record that is stored."),
    };

    public static RemoteRecord? Read(string kind, string? json) => kind switch
    {
        "payment-link" => JsonText.Read(json, StorageJson.Default.PaymentLinkSnapshot),
        "order" => JsonText.Read(json, StorageJson.Default.OrderSnapshot),
        "checkout-session" => JsonText.Read(json, StorageJson.Default.CheckoutSessionSnapshot),
        _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, "Not a kind that is stored."),
    };
}
