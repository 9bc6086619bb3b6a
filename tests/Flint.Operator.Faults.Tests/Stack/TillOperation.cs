using SQLite;

namespace Flint.Operator.Faults.Tests.Stack;

/// <summary>One operation as it stands in the app's file.</summary>
internal sealed class TillOperation
{
    [Column("id")]
    public string Id { get; set; } = "";

    [Column("lid")]
    public string Lid { get; set; } = "";

    [Column("verb")]
    public string Verb { get; set; } = "";

    [Column("intent_json")]
    public string Intent { get; set; } = "";

    [Column("state")]
    public string State { get; set; } = "";

    [Column("generation")]
    public int Generation { get; set; }

    [Column("attempts")]
    public int Attempts { get; set; }

    public string Reference => "fop_" + Id;

    /// <summary>The status that its link has once it is done; null where it leaves that alone.</summary>
    public string? LeavesAs => Verb switch
    {
        "set-payment-link-active" => Intent.Contains("true", StringComparison.Ordinal) ? "active" : "inactive",
        _ => null,
    };

    public bool IsCreate => Verb.StartsWith("create-", StringComparison.Ordinal);

    /// <summary>The kind of record it makes or changes, in the ledger's words.</summary>
    public string Kind => Verb switch
    {
        "create-order" => "Order",
        "create-checkout-session" or "close-checkout-session" => "CheckoutSession",
        _ => "PaymentLink",
    };
}
