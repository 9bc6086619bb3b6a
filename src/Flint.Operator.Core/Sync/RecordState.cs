namespace Flint.Operator.Core.Sync;

/// <summary>The states an operator sees (product.md section 2). Every fact from the API is shown with its age beside it.</summary>
public enum RecordState
{
    /// <summary>Not finished by the operator, not in the outbox.</summary>
    Draft,

    /// <summary>Durable on this device, not sent yet.</summary>
    WaitingToSend,

    /// <summary>One request is out.</summary>
    Sending,

    /// <summary>Sent, outcome unknown; the app is looking it up.</summary>
    Checking,

    /// <summary>Exists at the API, its QR works now.</summary>
    Ready,

    /// <summary>Step one of two is done; the session follows, for the same order.</summary>
    OrderSavedCheckoutNotYet,

    /// <summary>Paid in full, as last told.</summary>
    Paid,

    /// <summary>Paid in part, as last told.</summary>
    PartlyPaid,

    /// <summary>A card was declined; the session is still open.</summary>
    DeclinedBuyerCanRetry,

    /// <summary>The session ended by its clock.</summary>
    Expired,

    /// <summary>The session was closed by the merchant.</summary>
    Closed,

    /// <summary>The session ended because another took its place or the order's money changed.</summary>
    Replaced,

    /// <summary>The link is switched off.</summary>
    Paused,

    /// <summary>The API said no; a person must fix or discard it.</summary>
    RefusedNeedsYou,

    /// <summary>Changed here and there; a person must choose.</summary>
    ConflictNeedsYou,

    /// <summary>Never sent, cancelled here.</summary>
    Cancelled,

    /// <summary>Too old to send by itself, or set aside for safety: a person must say what happens.</summary>
    NeedsYou,
}
