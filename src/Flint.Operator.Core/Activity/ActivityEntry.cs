using Flint.Operator.Core.Checkouts;
using Flint.Operator.Core.Guide;
using Flint.Operator.Core.PaymentLinks;
using Flint.Operator.Core.Sync;

namespace Flint.Operator.Core.Activity;

/// <summary>One thing that was made, of either surface.</summary>
public abstract record ActivityEntry
{
    private ActivityEntry()
    {
    }

    /// <summary>The identity on this device.</summary>
    public abstract string Lid { get; }

    /// <summary>Which page it is.</summary>
    public abstract Surface Surface { get; }

    /// <summary>Who made it; empty for what was made elsewhere.</summary>
    public abstract string OperatorName { get; }

    /// <summary>When it was made, UTC.</summary>
    public abstract DateTimeOffset CreatedAt { get; }

    /// <summary>When the buyer's page ends by itself, UTC; null where there is no such end.</summary>
    public virtual DateTimeOffset? EndsAt => null;

    /// <summary>The state word at a moment.</summary>
    public abstract RecordState StateAt(DateTimeOffset now);

    /// <summary>A payment link.</summary>
    public sealed record OfLink(PaymentLink Link) : ActivityEntry
    {
        /// <inheritdoc />
        public override string Lid => Link.Lid;

        /// <inheritdoc />
        public override Surface Surface => Surface.PaymentLink;

        /// <inheritdoc />
        public override string OperatorName => Link.OperatorName;

        /// <inheritdoc />
        public override DateTimeOffset CreatedAt => Link.CreatedAt;

        /// <inheritdoc />
        public override RecordState StateAt(DateTimeOffset now) => Link.State;
    }

    /// <summary>An order with its sessions.</summary>
    public sealed record OfCheckout(Checkout Checkout) : ActivityEntry
    {
        /// <inheritdoc />
        public override string Lid => Checkout.Lid;

        /// <inheritdoc />
        public override Surface Surface => Surface.CheckoutSession;

        /// <inheritdoc />
        public override string OperatorName => Checkout.Order.OperatorName;

        /// <inheritdoc />
        public override DateTimeOffset CreatedAt => Checkout.Order.CreatedAt;

        /// <inheritdoc />
        public override DateTimeOffset? EndsAt => Checkout.Session?.Snapshot?.ExpiresAt;

        /// <inheritdoc />
        public override RecordState StateAt(DateTimeOffset now) => Checkout.StateAt(now);
    }
}
