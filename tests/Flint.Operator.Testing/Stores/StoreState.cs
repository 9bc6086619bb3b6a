using System.Collections.Immutable;
using Flint.Operator.Core.Account;
using Flint.Operator.Core.Settings;
using Flint.Operator.Core.Sync;
using Flint.Operator.Core.Sync.Operations;
using Flint.Operator.Core.Sync.Pull;

namespace Flint.Operator.Testing.Stores;

/// <summary>Everything the fake holds at one moment. Immutable, so a commit that fails leaves nothing by construction.</summary>
internal sealed record StoreState(Installation Installation)
{
    public ImmutableDictionary<string, StoredRecord> Records { get; init; } = ImmutableDictionary.Create<string, StoredRecord>(StringComparer.Ordinal);

    public ImmutableDictionary<string, Operation> Operations { get; init; } = ImmutableDictionary.Create<string, Operation>(StringComparer.Ordinal);

    public ImmutableList<StoredAttempt> Attempts { get; init; } = [];

    public ImmutableList<StoreChange.Audit> Audit { get; init; } = [];

    public ImmutableDictionary<(AccountIdentity? Account, RecordKind Kind), PullCursor> Cursors { get; init; } = ImmutableDictionary<(AccountIdentity? Account, RecordKind Kind), PullCursor>.Empty;

    public OperatorSettings? Settings { get; init; }

    public IEnumerable<Operation> Open => Operations.Values.Where(o => !o.IsFinal).OrderBy(o => o.Position).ThenBy(o => o.Id, StringComparer.Ordinal);

    public bool IsOurs(AccountIdentity? account) => account is null || account == Installation.Account;

    public Operation? CreationOf(StoredRecord record) => record.CreatedBy is { } id ? Operations[id] : null;

    public StoredRecord Record(string lid, RecordKind kind) =>
        Records.TryGetValue(lid, out var record) && record.Kind == kind ? record : throw new InvalidOperationException($"There is no {kind} {lid}.");

    public StoreState With(StoredRecord record) => this with { Records = Records.SetItem(record.Lid, record) };

    public StoreState With(Operation operation) => this with { Operations = Operations.SetItem(operation.Id, operation) };

    public IEnumerable<StoredRecord> Page(RecordKind kind, string? afterLid, int count) => Records.Values
        .Where(r => r.Kind == kind && IsOurs(r.Account) && (afterLid is null || string.CompareOrdinal(r.Lid, afterLid) < 0))
        .OrderByDescending(r => r.Lid, StringComparer.Ordinal)
        .Take(count);
}
