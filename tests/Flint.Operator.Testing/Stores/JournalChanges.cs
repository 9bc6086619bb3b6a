using System.Collections.Immutable;
using Flint.Operator.Core.Account;
using Flint.Operator.Core.Sync;
using Flint.Operator.Core.Sync.Operations;

namespace Flint.Operator.Testing.Stores;

internal static class JournalChanges
{
    public static StoreState Apply(StoreState state, StoreChange change) => change switch
    {
        StoreChange.StartAttempt start => Start(state, start),
        StoreChange.EndAttempt end => End(state, end),
        StoreChange.Audit audit => state with { Audit = state.Audit.Add(audit) },
        StoreChange.BindAccount bind => Bind(state, bind.Account),
        StoreChange.SetCursor set => state with { Cursors = state.Cursors.SetItem((state.Installation.Account, set.Cursor.Kind), set.Cursor) },
        StoreChange.SealInstallation seal => state with { Installation = state.Installation with { Id = seal.InstallationId, IsSealed = true } },
        StoreChange.NoteRestored => state with { Installation = state.Installation with { RestoredAt = null } },
        StoreChange.SetClockHighWater mark => mark.At <= state.Installation.ClockHighWater
            ? state
            : state with { Installation = state.Installation with { ClockHighWater = mark.At } },
        _ => throw new ArgumentOutOfRangeException(nameof(change), change, "Not a change of the journal."),
    };

    private static StoreState Start(StoreState state, StoreChange.StartAttempt start)
    {
        if (!state.Operations.ContainsKey(start.OperationId) || Find(state, start.OperationId, start.Number) is not null)
        {
            throw new InvalidOperationException($"Attempt {start.Number} of {start.OperationId} cannot start.");
        }

        var attempt = new Attempt(start.Number, start.At, null, null, null, start.RequestId);
        return state with { Attempts = state.Attempts.Add(new StoredAttempt(start.OperationId, start.Generation, attempt)) };
    }

    private static StoreState End(StoreState state, StoreChange.EndAttempt end)
    {
        var started = Find(state, end.OperationId, end.Number) ?? throw new InvalidOperationException($"Attempt {end.Number} of {end.OperationId} never started.");
        var ended = started.Attempt with { EndedAt = end.At, Outcome = end.Outcome, Status = end.Status, RequestId = end.RequestId ?? started.Attempt.RequestId };
        return state with { Attempts = state.Attempts.Replace(started, started with { Attempt = ended }) };
    }

    private static StoredAttempt? Find(StoreState state, string id, int number) => state.Attempts.Find(a => a.OperationId == id && a.Attempt.Number == number);

    private static StoreState Bind(StoreState state, AccountIdentity account) => state with
    {
        Installation = state.Installation with { Account = account },
        Records = state.Records.SetItems(state.Records.Where(r => r.Value.Account is null).Select(r => KeyValuePair.Create(r.Key, r.Value with { Account = account }))),
        Operations = state.Operations.SetItems(state.Operations.Where(o => o.Value.Account is null).Select(o => KeyValuePair.Create(o.Key, o.Value with { Account = account }))),
    };
}
