using Flint.Operator.Core.Sync;
using Flint.Operator.Core.Sync.Operations;
using Flint.Operator.Core.Sync.Outbox;
using Flint.Operator.Core.Sync.Push;
using Flint.Operator.Storage.Json;
using Flint.Operator.Storage.Sql;

namespace Flint.Operator.Storage.Sync;

/// <summary>Reads an operation out of a row whose query selected <see cref="Columns"/> from <c>operation AS o</c>.</summary>
internal static class OperationRow
{
    public const string Columns =
        """
        o.id AS op_id, o.position AS op_position, o.aggregate AS op_aggregate, o.lid AS op_lid, o.verb AS op_verb, o.intent_json AS op_intent_json,
        o.state AS op_state, o.generation AS op_generation, o.key_born_wall AS op_key_born_wall, o.key_born_server AS op_key_born_server,
        o.key_born_monotonic AS op_key_born_monotonic, o.key_born_run AS op_key_born_run, o.key_born_behind AS op_key_born_behind,
        o.wire_method AS op_wire_method, o.wire_path AS op_wire_path, o.wire_body AS op_wire_body, o.attempts AS op_attempts, o.sent AS op_sent,
        o.failures AS op_failures, o.doubt_json AS op_doubt_json, o.backoff_json AS op_backoff_json, o.problem_json AS op_problem_json,
        o.account AS op_account, o.created_at AS op_created_at, o.operator AS op_operator, o.awaits_url AS op_awaits_url,
        o.released_by_person AS op_released_by_person, o.settled_at AS op_settled_at, o.hold AS op_hold, o.revision AS op_revision,
        (SELECT json_group_array(d.needs_id ORDER BY d.place) FROM operation_dependency d WHERE d.operation_id = o.id) AS op_needs
        """;

    public static Operation Read(SqlRow row) => new()
    {
        Id = row.Text("op_id"),
        Position = row.Number("op_position"),
        Aggregate = row.Text("op_aggregate"),
        Lid = row.Text("op_lid"),
        Intent = IntentText.Read(row.Text("op_verb"), row.Text("op_intent_json")),
        State = StateWords.ToState(row.Text("op_state")),
        Needs = JsonText.Require(row.Text("op_needs"), StorageJson.Default.IReadOnlyListString),
        CreatedAt = row.Time("op_created_at"),
        OperatorName = row.Text("op_operator"),
        Account = AccountText.Read(row.OptionalText("op_account")),
        Generation = row.Count("op_generation"),
        KeyBorn = ReadKeyBorn(row),
        Wire = row.OptionalText("op_wire_method") is { } method ? new WireRequest(method, row.Text("op_wire_path"), row.Bytes("op_wire_body")) : null,
        Attempts = row.Count("op_attempts"),
        Sent = row.Count("op_sent"),
        AwaitsUrl = row.Flag("op_awaits_url"),
        Failures = row.Count("op_failures"),
        Doubt = JsonText.Read(row.OptionalText("op_doubt_json"), StorageJson.Default.Doubt),
        Backoff = JsonText.Read(row.OptionalText("op_backoff_json"), StorageJson.Default.Pause),
        Problem = JsonText.Read(row.OptionalText("op_problem_json"), StorageJson.Default.ApiProblem),
        SettledAt = row.OptionalTime("op_settled_at"),
        Hold = StateWords.ToHold(row.OptionalText("op_hold")),
        ReleasedByPerson = row.Flag("op_released_by_person"),
        Revision = row.Number("op_revision"),
    };

    /// <summary>The operation of an outer join, or null where it has none.</summary>
    public static Operation? ReadOptional(SqlRow row) => row.OptionalText("op_id") is null ? null : Read(row);

    private static Moment ReadKeyBorn(SqlRow row) => new(
        row.Time("op_key_born_wall"),
        row.OptionalTime("op_key_born_server"),
        TimeSpan.FromTicks(row.Number("op_key_born_monotonic")),
        row.Text("op_key_born_run"),
        row.Flag("op_key_born_behind"));
}
