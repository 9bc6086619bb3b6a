using Flint.Operator.Core.Sync;

namespace Flint.Operator.Core.Checkouts;

/// <summary>Notices a charge that may be a slip, by what this device has charged before.</summary>
public static class ChargeHints
{
    private const int TooMuch = 10;

    // Fewer say nothing about what is usual, and more would remember a season that is over.
    private const int FewestCharges = 5;
    private const int MostCharges = 25;

    private static readonly TimeSpan Moment = TimeSpan.FromMinutes(2);

    /// <summary>The question to ask, or null. A repeated charge is asked about first.</summary>
    /// <param name="draft">What is about to be charged; it has a line.</param>
    /// <param name="held">What this device holds, newest first; what others made is left aside.</param>
    /// <param name="now">The wall clock, UTC.</param>
    public static ChargeHint? Of(CheckoutDraft draft, IEnumerable<Checkout> held, DateTimeOffset now)
    {
        ArgumentNullException.ThrowIfNull(draft);
        ArgumentNullException.ThrowIfNull(held);
        var ours = held.Where(checkout => checkout.Order is { Creation: not null, IsSecond: false } && Counts(checkout.StateAt(now))).ToList();
        return Repeated(draft, ours, now) as ChargeHint ?? TenTimes(draft, ours);
    }

    // What was taken back or never came about is not charged a second time.
    private static bool Counts(RecordState state) => state is not (RecordState.Cancelled or RecordState.RefusedNeedsYou or RecordState.Closed);

    private static ChargeHint.AnotherOne? Repeated(CheckoutDraft draft, List<Checkout> ours, DateTimeOffset now) =>
        ours.Find(checkout => now - checkout.Order.CreatedAt is var ago && ago >= TimeSpan.Zero && ago <= Moment
            && checkout.Order.Draft.Title == draft.Title.Trim() && checkout.Order.Draft.EstimatedTotal == draft.EstimatedTotal) is { } same
            ? new ChargeHint.AnotherOne(same.Lid, same.Order.CreatedAt)
            : null;

    private static ChargeHint.TenTimes? TenTimes(CheckoutDraft draft, List<Checkout> ours)
    {
        var total = draft.EstimatedTotal;
        var amounts = ours.Select(checkout => checkout.Order.Draft.EstimatedTotal).Where(amount => amount.Currency.Equals(total.Currency))
            .Take(MostCharges).Select(amount => amount.Minor).Order().ToList();
        if (amounts.Count < FewestCharges)
        {
            return null;
        }

        var usual = (amounts[(amounts.Count - 1) / 2] + amounts[amounts.Count / 2]) / 2;
        return total.Minor >= (Int128)usual * TooMuch ? new ChargeHint.TenTimes(total with { Minor = usual }) : null;
    }
}
