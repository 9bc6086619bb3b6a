using Flint.Operator.Core.Checkouts;
using Flint.Operator.Core.PaymentLinks;
using Flint.Operator.Core.Sync.Operations;
using Flint.Operator.Core.Sync.Pull;

namespace Flint.Operator.Core.Sync;

/// <summary>Reads again what is on a screen: every two seconds at first, growing to fifteen, at once when it comes on screen (sync.md section 8).</summary>
public sealed class RefreshPhase(RecordReader records, IPaymentLinkStore links, ICheckoutStore checkouts, PullPhase pull, WatchList watch, SyncContext context)
{
    private readonly Dictionary<string, Pause> _schedule = new(StringComparer.Ordinal);

    /// <summary>Reads every watched record that is due.</summary>
    public async Task RunAsync(CancellationToken cancellationToken)
    {
        var watched = watch.Lids;
        foreach (var gone in _schedule.Keys.Except(watched, StringComparer.Ordinal).ToList())
        {
            _schedule.Remove(gone);
        }

        foreach (var lid in watched)
        {
            var now = context.Clock.Now();
            if (!context.Connection.IsOpen(now))
            {
                return;
            }

            if (_schedule.GetValueOrDefault(lid)?.Remaining(now) is not { } left || left == TimeSpan.Zero)
            {
                await RefreshAsync(lid, cancellationToken).ConfigureAwait(false);
                _schedule[lid] = NextWait(lid);
            }
        }
    }

    /// <summary>How long until the next record is due; null when nothing is watched.</summary>
    public TimeSpan? Wait(Moment now) => watch.Lids.Count == 0
        ? null
        : watch.Lids.Min(lid => _schedule.TryGetValue(lid, out var pause) ? pause.Remaining(now) : TimeSpan.Zero);

    private Pause NextWait(string lid)
    {
        var (first, longest) = context.Options.WatchEvery;
        var grown = _schedule.GetValueOrDefault(lid)?.For * 1.3 ?? first;
        var capped = grown < longest ? grown : longest;
        return new Pause(context.Clock.Now(), capped * (0.9 + (context.Chance() / 5)));
    }

    private async Task RefreshAsync(string lid, CancellationToken cancellationToken)
    {
        if (await checkouts.FindAsync(lid, cancellationToken).ConfigureAwait(false) is { } checkout)
        {
            await RefreshAsync(checkout, cancellationToken).ConfigureAwait(false);
        }
        else if (await links.FindAsync(lid, cancellationToken).ConfigureAwait(false) is { Snapshot: { } link })
        {
            var read = await records.ReadAsync(lid, RecordKind.PaymentLink, link.RemoteId, cancellationToken).ConfigureAwait(false);

            // It was used: what was bought with it is wanted beside the number, and only lists know it.
            if (read is RecordReading.Read { Record: PaymentLinkSnapshot now } && now.CompletedCount > link.CompletedCount)
            {
                pull.Hasten();
            }
        }
    }

    private async Task RefreshAsync(Checkout checkout, CancellationToken cancellationToken)
    {
        if (checkout.Order.Snapshot is not { } order || order.PaymentStatus == "paid")
        {
            return;
        }

        var session = checkout.Session;
        var status = session?.Snapshot?.Status;
        if (session?.Snapshot is { Status: "open" } open)
        {
            var read = await records.ReadAsync(session.Lid, RecordKind.CheckoutSession, open.RemoteId, cancellationToken).ConfigureAwait(false);
            status = read is RecordReading.Read { Record: CheckoutSessionSnapshot { Status: var now } } ? now : status;
        }

        // The order holds the money: once its session is over, its word on what was paid is what counts.
        if (status is not (null or "open"))
        {
            await records.ReadAsync(checkout.Lid, RecordKind.Order, order.RemoteId, cancellationToken).ConfigureAwait(false);
        }
    }
}
