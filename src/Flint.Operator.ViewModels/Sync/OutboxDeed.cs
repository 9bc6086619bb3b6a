namespace Flint.Operator.ViewModels.Sync;

/// <summary>What a person did in the outbox, to say that it was taken.</summary>
public enum OutboxDeed
{
    Hurried,
    Cancelled,
    Discarded,
    Released,
    Converted,
    Confirmed,
    ConfirmedAll,
    KeptMine,
    TookTheirs,
}
