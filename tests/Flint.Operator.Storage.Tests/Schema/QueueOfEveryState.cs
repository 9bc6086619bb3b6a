using Flint.Operator.Storage.Schema;
using Flint.Operator.Storage.Sql;
using SQLite;

namespace Flint.Operator.Storage.Tests.Schema;

/// <summary>
/// A file as the first version left it: every verb of that version in every state of that version, with all that hangs on an
/// operation. Written in SQL and in that version's own words, so that no later change of the code can change it.
/// </summary>
internal static class QueueOfEveryState
{
    public static readonly string[] States =
        ["waiting", "ready", "in-flight", "unknown", "looking", "done", "refused", "superseded", "dropped", "cancelled", "held", "triage", "converted"];

    private const string Moment = """{"wall":"2026-11-24T09:00:00+00:00","server":"2026-11-24T09:00:01+00:00","monotonic":"00:00:03","run":"run-1","wallIsBehind":false}""";

    private static readonly (string Verb, string Kind, string Intent)[] Verbs =
    [
        ("create-payment-link", "payment-link", """{"draft":{"title":"Membership dues","amountMoney":{"minor":15000,"currency":"USD"}}}"""),
        ("create-order", "order", """{"draft":{"lineItems":[{"name":"Site visit","quantity":2,"unitPriceMoney":{"minor":7500,"currency":"USD"}}],"tipPercent":10}}"""),
        ("create-checkout-session", "checkout-session", """{"orderLid":"create-order-ready","life":"00:30:00"}"""),
        ("set-payment-link-active", "payment-link", """{"isActive":false}"""),
        ("close-checkout-session", "checkout-session", "{}"),
    ];

    // What a later migration drops on purpose, with its reason; everything else must come through.
    private static readonly string[] Dropped = ["conflict"];

    public static int Count => Verbs.Length * States.Length;

    public static bool FillFirstVersion(SqlConnection connection)
    {
        connection.Script("BEGIN; UPDATE installation SET id = 'device-1', account = 'mer_1/sandbox/test_1', clock_high_water = 638995680000000000");
        var position = 0;
        foreach (var (verb, kind, intent) in Verbs)
        {
            foreach (var state in States)
            {
                AddRecord(connection, $"{verb}-{state}", kind, isRemote: state == "done" || !verb.StartsWith("create", StringComparison.Ordinal));
                AddOperation(connection, $"{verb}-{state}", ++position, verb, intent, state);
            }
        }

        // A session needs its order; a close needs its session.
        connection.Script(
            """
            INSERT INTO operation_dependency (operation_id, needs_id, place)
                SELECT 'op-create-checkout-session-' || column1, 'op-create-order-' || column1, 0 FROM (VALUES ('waiting'), ('ready'), ('done'), ('cancelled'), ('held'));
            INSERT INTO operation_dependency (operation_id, needs_id, place)
                SELECT 'op-close-checkout-session-' || column1, 'op-create-checkout-session-' || column1, 1 FROM (VALUES ('waiting'), ('refused'));
            INSERT INTO cursor (resource, page_token, watermark, scan_id, scan_started_at) VALUES ('orders', 'next', 638995680000000000, 'scan', 638995680000000001);
            INSERT INTO conflict (lid, field, base_json, mine_json, theirs_json, operation_id, is_open)
                VALUES ('create-order-held', 'title', '1', '2', '3', 'op-create-order-held', 1);
            INSERT INTO setting (name, value) VALUES ('operator', '{"operatorName":"Ada","deviceName":"Van 2"}');
            COMMIT
            """);
        return true;
    }

    /// <summary>Every row of every table of the first version, by that version's columns.</summary>
    public static string Describe(SqlConnection connection)
    {
        using var first = SqlConnection.Open(":memory:", SQLiteOpenFlags.ReadWrite, TimeSpan.Zero);
        first.Script(Migration.All[0].Script);
        var tables = first.Query("SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'sqlite_%' ORDER BY name", row => row.Text("name"));
        return string.Join('\n', tables.Except(Dropped).Select(table => Describe(connection, table, first.Query($"SELECT name FROM pragma_table_info('{table}')", row => row.Text("name")))));
    }

    private static string Describe(SqlConnection connection, string table, IEnumerable<string> columns)
    {
        var line = string.Join(" || '|' || ", columns.Select(column => $"quote({column})"));
        var rows = connection.Query($"SELECT {line} AS line FROM {table} ORDER BY line", row => row.Text("line"));
        Assert.NotEmpty(rows);
        return $"{table}\n{string.Join('\n', rows)}";
    }

    private static void AddRecord(SqlConnection connection, string lid, string kind, bool isRemote)
    {
        var parent = kind == "checkout-session" ? "create-order-ready" : null;
        var snapshot = isRemote ? $$"""{"remoteId":"r_{{lid}}","title":"T","isActive":true,"version":1}""" : null;
        connection.Execute(
            """
            INSERT INTO entity (lid, kind, parent_lid, account, remote_id, reference, title, amount_minor, currency, draft_json, snapshot_json, url, created_at, operator, updated_at, seen_at)
            VALUES (?1, ?2, ?3, 'mer_1/sandbox/test_1', ?4, ?5, 'Ünïcode “title”', 9007199254740993, 'USD', '{"title":"T"}', ?6, ?7, 638995680000000000, 'Ada', 7, 8)
            """,
            lid,
            kind,
            parent,
            isRemote ? "r_" + lid : null,
            isRemote ? "fop_" + lid : null,
            snapshot,
            isRemote ? "https://checkout.withflintpay.com/s#secret-" + lid : null);
    }

    private static void AddOperation(SqlConnection connection, string lid, int position, string verb, string intent, string state)
    {
        var sent = state is "in-flight" or "unknown" or "looking" or "done" or "refused" or "superseded" or "dropped" or "held";
        byte[] body = [.. """{"amount":1,"x":"é"}"""u8, 0x00, 0xFF];
        connection.Execute(
            """
            INSERT INTO operation (id, position, aggregate, lid, verb, intent_json, intent_version, state, generation, key_born_wall, key_born_server,
                key_born_monotonic, key_born_run, key_born_behind, wire_method, wire_path, wire_body, attempts, sent, failures, doubt_json, backoff_json,
                problem_json, account, created_at, operator, awaits_url, released_by_person, settled_at, revision)
            VALUES (?1, ?2, ?3, ?3, ?4, ?5, 1, ?6, ?7, 638995680000000000, ?8, 30000000, 'run-1', ?9, ?10, ?11, ?12, ?13, ?13, ?14, ?15, ?16, ?17,
                'mer_1/sandbox/test_1', 638995680000000000, 'Ada', ?18, ?19, ?20, ?2)
            """,
            "op-" + lid,
            position,
            lid,
            verb,
            intent,
            state,
            position % 3,
            sent ? 638995680000000001 : null,
            position % 2,
            sent ? "POST" : null,
            sent ? "/v1/" + verb : null,
            sent ? body : null,
            sent ? 2 : 0,
            position % 5,
            state is "unknown" or "looking" ? $$"""{"reason":"NoAnswer","since":{{Moment}},"absentLooks":1}""" : null,
            state is "ready" ? $$"""{"since":{{Moment}},"for":"00:00:07"}""" : null,
            state is "refused" || (state is "held" && position % 2 == 0) ? """{"status":400,"code":"VALIDATION_ERROR","details":[]}""" : null,
            position % 2,
            state is "ready",
            state is "done" or "refused" or "cancelled" ? 638995680000000009 : null);
        connection.Execute("UPDATE entity SET created_by_op = ?2 WHERE lid = ?1 AND ?3 LIKE 'create-%'", lid, "op-" + lid, verb);
        for (var number = 1; number <= (sent ? 2 : 0); number++)
        {
            connection.Execute(
                "INSERT INTO attempt (operation_id, number, generation, started_at, ended_at, outcome, status, request_id) VALUES (?1, ?2, 0, 638995680000000002, ?3, ?4, ?5, ?6)",
                "op-" + lid,
                number,
                state == "in-flight" && number == 2 ? null : 638995680000000003,
                number == 1 ? "NoAnswer" : null,
                number == 1 ? null : 201,
                $"fop_{lid}-{number}");
        }

        connection.Execute("INSERT INTO audit (at, operation_id, who, what) VALUES (638995680000000000, ?1, 'Ada', 'saved')", "op-" + lid);
    }
}
