using Flint.Operator.Core.Checkouts;
using Flint.Operator.Core.PaymentLinks;

namespace Flint.Operator.Core.Sync.Operations;

/// <summary>What an operator meant by one tap. The wire bytes are made from it once, at the first send.</summary>
public abstract record OperationIntent
{
    private OperationIntent()
    {
    }

    /// <summary>The kind of record it concerns.</summary>
    public abstract RecordKind Kind { get; }

    /// <summary>Whether it makes a new record, which our reference will find again.</summary>
    public virtual bool IsCreate => true;

    /// <summary>Whether it stops a record from taking payment.</summary>
    public virtual bool TakesOutOfUse => false;

    /// <summary>Make a payment link.</summary>
    public sealed record CreatePaymentLink(PaymentLinkDraft Draft) : OperationIntent
    {
        /// <inheritdoc />
        public override RecordKind Kind => RecordKind.PaymentLink;
    }

    /// <summary>Make the order of a checkout.</summary>
    public sealed record CreateOrder(CheckoutDraft Draft) : OperationIntent
    {
        /// <summary>How old it may grow unsent before a person is asked, as it was set when it was tapped; null for <see cref="SyncOptions.TriageAge"/>.</summary>
        public TimeSpan? AskAfter { get; init; }

        /// <inheritdoc />
        public override RecordKind Kind => RecordKind.Order;
    }

    /// <summary>Make a session for an order.</summary>
    /// <param name="OrderLid">The order's local id.</param>
    /// <param name="Life">How long the session lives, from its creation at the API (60 s to 24 h).</param>
    /// <param name="ReplacesLid">The session it takes the place of when that one is still open at sending.</param>
    public sealed record CreateCheckoutSession(string OrderLid, TimeSpan Life, string? ReplacesLid = null) : OperationIntent
    {
        /// <summary>How old it may grow unsent before a person is asked, as it was set when it was tapped; null for <see cref="SyncOptions.TriageAge"/>.</summary>
        public TimeSpan? AskAfter { get; init; }

        /// <inheritdoc />
        public override RecordKind Kind => RecordKind.CheckoutSession;
    }

    /// <summary>Change what a link says. Only the fields that differ are sent.</summary>
    /// <param name="Mine">What it shall be.</param>
    /// <param name="Base">What it was when the operator changed it; where the API's copy has moved on since, there is a conflict.</param>
    public sealed record UpdatePaymentLink(PaymentLinkDraft Mine, PaymentLinkDraft Base) : OperationIntent
    {
        /// <inheritdoc />
        public override RecordKind Kind => RecordKind.PaymentLink;

        /// <inheritdoc />
        public override bool IsCreate => false;
    }

    /// <summary>Switch a link on or off.</summary>
    public sealed record SetPaymentLinkActive(bool IsActive) : OperationIntent
    {
        /// <summary>What its page shall say while it is off; null leaves that as it is.</summary>
        public string? InactiveMessage { get; init; }

        /// <inheritdoc />
        public override RecordKind Kind => RecordKind.PaymentLink;

        /// <inheritdoc />
        public override bool IsCreate => false;

        /// <inheritdoc />
        public override bool TakesOutOfUse => !IsActive;
    }

    /// <summary>Close an order that nobody shall pay.</summary>
    public sealed record CloseOrder : OperationIntent
    {
        /// <inheritdoc />
        public override RecordKind Kind => RecordKind.Order;

        /// <inheritdoc />
        public override bool IsCreate => false;

        /// <inheritdoc />
        public override bool TakesOutOfUse => true;
    }

    /// <summary>End a session so that its page stops taking payment.</summary>
    public sealed record CloseCheckoutSession : OperationIntent
    {
        /// <inheritdoc />
        public override RecordKind Kind => RecordKind.CheckoutSession;

        /// <inheritdoc />
        public override bool IsCreate => false;

        /// <inheritdoc />
        public override bool TakesOutOfUse => true;
    }
}
