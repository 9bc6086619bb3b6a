using Flint.Operator.Core.Sync;
using Flint.Operator.Core.Sync.Operations;
using Flint.Operator.Core.Sync.Outbox;
using Flint.Operator.Storage.Json;
using Flint.Operator.Storage.Sql;

namespace Flint.Operator.Storage.Sync;

/// <summary>Writes operations. Rows are added and moved, never removed; the schema's triggers guard what must not change.</summary>
internal sealed class OperationWriter(SqlConnection connection, TouchedRecords touched)
{
    private const string Insert =
        """
        INSERT INTO operation (id, state, generation, key_born_wall, key_born_server, key_born_monotonic, key_born_run, key_born_behind, wire_method, wire_path,
            wire_body, attempts, sent, failures, doubt_json, backoff_json, problem_json, account, awaits_url, released_by_person, settled_at,
            hold, position, aggregate, lid, verb, intent_json, intent_version, created_at, operator, revision)
        VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13, ?14, ?15, ?16, ?17, coalesce(?18, (SELECT account FROM installation)), ?19, ?20, ?21, ?22,
            CASE ?23 WHEN 0 THEN (SELECT coalesce(max(position), 0) + 1 FROM operation) ELSE ?23 END, ?24, ?25, ?26, ?27, ?28, ?29, ?30, ?31)
        """;

    private const string Move =
        """
        UPDATE operation SET state = ?2, generation = ?3, key_born_wall = ?4, key_born_server = ?5, key_born_monotonic = ?6, key_born_run = ?7,
            key_born_behind = ?8, wire_method = ?9, wire_path = ?10, wire_body = ?11, attempts = ?12, sent = ?13, failures = ?14, doubt_json = ?15,
            backoff_json = ?16, problem_json = ?17, account = coalesce(account, ?18), awaits_url = ?19, released_by_person = ?20, settled_at = ?21,
            hold = ?22, intent_json = CASE WHEN wire_method IS NULL THEN ?25 ELSE intent_json END, revision = revision + 1
        WHERE id = ?1 AND revision = ?23 AND verb = ?24 AND lid = ?26 AND aggregate = ?27
        """;

    // What was given up between a tap's reading and its writing.
    private const string HasLostNeed =
        """
        SELECT 1 FROM operation_dependency AS d JOIN operation AS needed ON needed.id = d.needs_id
        WHERE d.operation_id = ?1 AND needed.state IN ('superseded', 'dropped', 'cancelled', 'converted')
        """;

    private const string Released =
        $"""
        SELECT {OperationRow.Columns} FROM operation AS o JOIN operation_dependency AS mine ON mine.operation_id = o.id
        WHERE mine.needs_id = ?1 AND o.state = 'waiting' AND NOT EXISTS (
            SELECT 1 FROM operation_dependency AS d JOIN operation AS needed ON needed.id = d.needs_id
            WHERE d.operation_id = o.id AND needed.state <> 'done')
        ORDER BY o.position, o.id
        """;

    /// <summary>Adds an operation. False when what it waits for will never be done: whoever drew it had read too early.</summary>
    public bool Add(StoreChange.AddOperation add)
    {
        var operation = add.Operation;
        var (verb, json) = IntentText.Write(operation.Intent);
        if (connection.Text("SELECT kind FROM entity WHERE lid = ?1", operation.Lid) != StateWords.Of(operation.Intent.Kind))
        {
            throw new InvalidOperationException($"There is no {operation.Intent.Kind} {operation.Lid}.");
        }

        connection.Execute(
            Insert,
            [.. Values(operation), operation.Position, operation.Aggregate, operation.Lid, verb, json, IntentText.Version, operation.CreatedAt, operation.OperatorName, operation.Revision]);
        for (var place = 0; place < operation.Needs.Count; place++)
        {
            connection.Execute("INSERT INTO operation_dependency (operation_id, needs_id, place) VALUES (?1, ?2, ?3)", operation.Id, operation.Needs[place], place);
        }

        if (operation.Intent.IsCreate)
        {
            connection.Execute("UPDATE entity SET created_by_op = ?2 WHERE lid = ?1", operation.Lid, operation.Id);
        }

        if (add.SupersededId is { } superseded)
        {
            // What already needs the new one keeps that row; the old one goes either way.
            connection.Execute("UPDATE OR IGNORE operation_dependency SET needs_id = ?2 WHERE needs_id = ?1", superseded, operation.Id);
            connection.Execute("DELETE FROM operation_dependency WHERE needs_id = ?1", superseded);
            connection.Execute("UPDATE operation SET revision = revision + 1 WHERE id IN (SELECT operation_id FROM operation_dependency WHERE needs_id = ?1)", operation.Id);
        }

        touched.Add(operation);
        if (operation.State != OperationState.Waiting)
        {
            return true;
        }

        // What it waits for may be done by now: nobody would release it again.
        foreach (var need in operation.Needs)
        {
            ReleaseDependants(need);
        }

        return connection.Query(HasLostNeed, row => row.Number(0), operation.Id).Count == 0;
    }

    /// <summary>Whether a move would leave an operation behind that waits for what will never be done.</summary>
    public bool LeavesWaiting(Operation moved) => moved is { IsFinal: true, State: not OperationState.Done }
        && connection.Number("SELECT count(*) FROM operation_dependency AS d JOIN operation AS o ON o.id = d.operation_id WHERE d.needs_id = ?1 AND o.state = 'waiting'", moved.Id) > 0;

    /// <summary>Writes a move over the revision it was made from; false when the row has another one by now.</summary>
    public bool Update(Operation operation)
    {
        var (verb, json) = IntentText.Write(operation.Intent);
        if (connection.Execute(Move, [.. Values(operation), operation.Revision, verb, json, operation.Lid, operation.Aggregate]) == 1)
        {
            touched.Add(operation);
            return true;
        }

        return IsStale(connection, operation) ? false : throw new InvalidOperationException($"There is no operation {operation.Id} to {verb} {operation.Lid}.");
    }

    /// <summary>Releases what waited for an operation alone, and says what each was and is.</summary>
    public IReadOnlyList<(Operation Waiting, Operation Released)> ReleaseDependants(string id)
    {
        List<(Operation, Operation)> released = [];
        foreach (var waiting in connection.Query(Released, OperationRow.Read, id))
        {
            var now = OperationMachine.Released(waiting);
            connection.Execute("UPDATE operation SET state = ?2, revision = revision + 1 WHERE id = ?1", waiting.Id, StateWords.Of(now.State));
            touched.Add(waiting);
            released.Add((waiting, now));
        }

        return released;
    }

    public static bool IsStale(SqlConnection connection, Operation operation) =>
        connection.Query("SELECT revision FROM operation WHERE id = ?1", row => row.Number(0), operation.Id) is [var stored] && stored != operation.Revision;

    private static object?[] Values(Operation operation) =>
    [
        operation.Id,
        StateWords.Of(operation.State),
        operation.Generation,
        operation.KeyBorn.Wall,
        operation.KeyBorn.Server,
        operation.KeyBorn.Monotonic,
        operation.KeyBorn.Run,
        operation.KeyBorn.WallIsBehind,
        operation.Wire?.Method,
        operation.Wire?.Path,
        operation.Wire?.Body.ToArray(),
        operation.Attempts,
        operation.Sent,
        operation.Failures,
        JsonText.Write(operation.Doubt, StorageJson.Default.Doubt),
        JsonText.Write(operation.Backoff, StorageJson.Default.Pause),
        JsonText.Write(operation.Problem, StorageJson.Default.ApiProblem),
        AccountText.Write(operation.Account),
        operation.AwaitsUrl,
        operation.ReleasedByPerson,
        operation.SettledAt,
        StateWords.Of(operation.Hold),
    ];
}
