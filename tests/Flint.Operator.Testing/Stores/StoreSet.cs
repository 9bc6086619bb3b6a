using Flint.Operator.Core.Checkouts;
using Flint.Operator.Core.PaymentLinks;
using Flint.Operator.Core.Settings;
using Flint.Operator.Core.Sync;
using Flint.Operator.Core.Sync.Outbox;

namespace Flint.Operator.Testing.Stores;

/// <summary>Every local port over the same data.</summary>
public sealed record StoreSet(
    ChangeFeed Feed,
    IOperatorStore Operator,
    IOutboxStore Outbox,
    IPaymentLinkStore Links,
    ICheckoutStore Checkouts,
    ISettingsStore Settings)
{
    /// <summary>The ports over a fake.</summary>
    public static StoreSet InMemory()
    {
        var feed = new ChangeFeed();
        var store = new InMemoryOperatorStore(feed);
        return new StoreSet(
            feed,
            store,
            new InMemoryOutboxStore(store),
            new InMemoryPaymentLinkStore(store),
            new InMemoryCheckoutStore(store),
            new InMemorySettingsStore(store));
    }
}
