using Flint.Operator.Core.Account;
using Flint.Operator.Core.Sync.Connections;
using Flint.Operator.Core.Sync.Operations;
using Microsoft.Extensions.Logging;

namespace Flint.Operator.Core.Sync.Pull;

/// <summary>
/// Reads what changed at the API, last changed first, down to what is stored already (sync.md section 8). Rows that move while
/// the pages are read can then come twice but are never skipped. A page's rows and the next cursor are one commit.
/// </summary>
public sealed partial class PullPhase(IOperatorStore store, IOperationGateway gateway, RemoteAdoption adoption, SyncSignal signal, SyncContext context, ILogger<PullPhase> logger)
{
    // A session is shown with its order, so orders come first.
    private static readonly RecordKind[] Kinds = [RecordKind.PaymentLink, RecordKind.Order, RecordKind.CheckoutSession];

    private (AccountIdentity? Account, Pause Pause)? _rest;

    /// <summary>Pulls, if it is due: a few pages of each kind, so that what waits to be sent is not held up.</summary>
    public async Task RunAsync(CancellationToken cancellationToken)
    {
        if (Wait(context.Clock.Now()) > TimeSpan.Zero)
        {
            return;
        }

        foreach (var kind in Kinds.Where(MayRead))
        {
            if (await PullAsync(kind, cancellationToken).ConfigureAwait(false) is var end and not End.Whole && MayRead(kind))
            {
                _rest = end == End.Failed ? Rest() : null;
                return;
            }
        }

        _rest = Rest();
    }

    /// <summary>Makes it due now: there is something new that only lists show.</summary>
    public void Hasten() => _rest = null;

    /// <summary>How long until the next pull is due.</summary>
    public TimeSpan Wait(Moment now) => _rest is { } rest && rest.Account == context.Connection.Status.Account ? rest.Pause.Remaining(now) : TimeSpan.Zero;

    // Another account has not been read at all yet: it is not kept waiting for what this one's records were read.
    private (AccountIdentity? Account, Pause Pause) Rest() =>
        (context.Connection.Status.Account, new Pause(context.Clock.Now(), context.Options.PullEvery * (0.9 + (context.Chance() / 5))));

    // A session is of no use without its order.
    private bool MayRead(RecordKind kind) => context.CanRead(kind) && (kind != RecordKind.CheckoutSession || context.CanRead(RecordKind.Order));

    private async Task<End> PullAsync(RecordKind kind, CancellationToken cancellationToken)
    {
        var cursor = await store.LoadCursorAsync(kind, cancellationToken).ConfigureAwait(false);
        for (var page = 0; page < context.Options.PullPages; page++)
        {
            if (signal.IsPrompted || !context.Connection.IsOpen(context.Clock.Now()))
            {
                return End.Unfinished;
            }

            var result = await gateway.ListAsync(new PullQuery(kind, Since(cursor), cursor.PageToken), cancellationToken).ConfigureAwait(false);
            context.Hear(result, KeyRights.ToRead(kind));
            var (next, end) = result is GatewayResult<RemotePage>.Succeeded { Value: var rows, Info: var info }
                ? await KeepAsync(cursor, rows, info, cancellationToken).ConfigureAwait(false)
                : (Restarted(cursor, result), End.Failed);
            if (next is null || end == End.Whole)
            {
                return end;
            }

            cursor = next;
        }

        return End.Unfinished;
    }

    private async Task<(PullCursor? Next, End End)> KeepAsync(PullCursor cursor, RemotePage page, ResponseInfo info, CancellationToken cancellationToken)
    {
        if (page.Unreadable > 0)
        {
            LogUnreadable(page.Unreadable, cursor.Kind);
        }

        var started = cursor.ScanStartedAt ?? info.ServerDate ?? context.Clock.Now().Server ?? page.Records.Max(record => record.UpdatedAt) ?? cursor.Watermark;
        var isWhole = page.NextPageToken is null || page.Records.Any(record => record.UpdatedAt < Since(cursor));
        var next = isWhole ? new PullCursor(cursor.Kind, started) : cursor with { PageToken = page.NextPageToken, ScanStartedAt = started };
        if (await adoption.ReadAsync(page.Records, cancellationToken).ConfigureAwait(false) is not { } changes)
        {
            return (null, End.Failed);
        }

        var outcome = await store.CommitAsync([.. changes, new StoreChange.SetCursor(next)], cancellationToken).ConfigureAwait(false);
        return outcome switch
        {
            CommitOutcome.Committed => (next, isWhole ? End.Whole : End.Unfinished),
            CommitOutcome.Stale => (null, End.Unfinished),
            _ => (null, End.Failed),
        };
    }

    // What the API changed while the last scan ran, and what its lists were too old to show, is read once more.
    private DateTimeOffset? Since(PullCursor cursor) => cursor.Watermark - context.Options.PullOverlap;

    // A token that is no longer good: from the top again. A refusal without one: everything from the beginning.
    private static PullCursor? Restarted(PullCursor cursor, GatewayResult<RemotePage> result) => (result, cursor) switch
    {
        (GatewayResult<RemotePage>.Answered { Problem: { Status: 400 or 404 or 409 or 410 or 422 } }, { PageToken: not null }) => cursor with { PageToken = null, ScanStartedAt = null },
        (GatewayResult<RemotePage>.Answered { Problem: { Status: 400 or 404 or 409 or 410 or 422 } }, { Watermark: not null }) => new PullCursor(cursor.Kind),
        _ => null,
    };

    [LoggerMessage(Level = LogLevel.Warning, Message = "{Count} rows of {Kind} were left out: this app cannot represent them")]
    private partial void LogUnreadable(int count, RecordKind kind);

    private enum End
    {
        Whole,
        Unfinished,
        Failed,
    }
}
