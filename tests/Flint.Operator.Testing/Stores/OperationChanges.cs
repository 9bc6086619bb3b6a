using Flint.Operator.Core.Sync;
using Flint.Operator.Core.Sync.Operations;

namespace Flint.Operator.Testing.Stores;

internal static class OperationChanges
{
    /// <summary>The state with the operation added, or null when what it waits for will never be done.</summary>
    public static StoreState? Add(StoreState state, StoreChange.AddOperation add)
    {
        var operation = add.Operation;
        if (state.Operations.ContainsKey(operation.Id) || !operation.Needs.All(state.Operations.ContainsKey))
        {
            throw new InvalidOperationException($"Operation {operation.Id} is taken, or needs what is not there.");
        }

        var record = state.Record(operation.Lid, operation.Intent.Kind);
        var placed = operation with
        {
            Position = operation.Position != 0 ? operation.Position : state.Operations.Values.Select(o => o.Position).DefaultIfEmpty().Max() + 1,
            Account = operation.Account ?? state.Installation.Account,
        };
        RequireRemoteId(state, placed);
        var next = add.SupersededId is { } superseded ? Repoint(state.With(placed), superseded, operation.Id) : state.With(placed);
        var added = operation.Intent.IsCreate ? next.With(record with { CreatedBy = operation.Id }) : next;
        if (operation.State != OperationState.Waiting)
        {
            return added;
        }

        var settled = operation.Needs.Aggregate(added, (s, need) => Release(s, need).State);
        return operation.Needs.Any(need => settled.Operations[need] is { IsFinal: true, State: not OperationState.Done }) ? null : settled;
    }

    /// <summary>Whether a move would leave an operation behind that waits for what will never be done.</summary>
    public static bool LeavesWaiting(StoreState state, Operation moved) => moved is { IsFinal: true, State: not OperationState.Done }
        && state.Operations.Values.Any(o => o.State == OperationState.Waiting && o.Needs.Contains(moved.Id, StringComparer.Ordinal));

    private static StoreState Repoint(StoreState state, string from, string to) => state.Operations.Values
        .Where(o => o.Needs.Contains(from, StringComparer.Ordinal))
        .Aggregate(state, (s, o) => s.With(o with { Needs = [.. o.Needs.Select(n => n == from ? to : n).Distinct(StringComparer.Ordinal).Where(n => n != o.Id)], Revision = o.Id == to ? o.Revision : o.Revision + 1 }));

    /// <summary>The state with the operation's move written, or null when it had changed meanwhile.</summary>
    public static StoreState? Update(StoreState state, Operation moved)
    {
        if (!state.Operations.TryGetValue(moved.Id, out var stored))
        {
            throw new InvalidOperationException($"There is no operation {moved.Id}.");
        }

        if (stored.Revision != moved.Revision)
        {
            return null;
        }

        if (stored.Lid != moved.Lid || stored.Aggregate != moved.Aggregate || stored.Intent.GetType() != moved.Intent.GetType())
        {
            throw new InvalidOperationException($"Operation {moved.Id} stays what it is.");
        }

        if ((stored.IsFinal && stored.State != moved.State) || (stored.Wire is not null && stored.Wire != moved.Wire))
        {
            throw new InvalidOperationException($"Operation {moved.Id} is final, or its bytes are frozen.");
        }

        RequireRemoteId(state, moved);
        return state.With(moved with
        {
            Position = stored.Position,
            Needs = stored.Needs,
            CreatedAt = stored.CreatedAt,
            OperatorName = stored.OperatorName,
            Intent = stored.Wire is null ? moved.Intent : stored.Intent,
            Account = stored.Account ?? moved.Account,
            Revision = stored.Revision + 1,
        });
    }

    public static (StoreState State, IReadOnlyList<Operation> Released) Release(StoreState state, string id)
    {
        var released = state.Operations.Values
            .Where(o => o.State == OperationState.Waiting && o.Needs.Contains(id, StringComparer.Ordinal) && o.Needs.All(n => state.Operations[n].State == OperationState.Done))
            .OrderBy(o => o.Position)
            .ThenBy(o => o.Id, StringComparer.Ordinal)
            .Select(o => OperationMachine.Released(o) with { Revision = o.Revision + 1 })
            .ToList();
        return (released.Aggregate(state, (s, o) => s.With(o)), released);
    }

    private static void RequireRemoteId(StoreState state, Operation operation)
    {
        if (operation is { State: OperationState.Done, Intent.IsCreate: true } && state.Records[operation.Lid].Snapshot is null)
        {
            throw new InvalidOperationException($"Operation {operation.Id} is done, but its record has no id at the API.");
        }
    }
}
