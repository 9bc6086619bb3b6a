using SQLite;

namespace Flint.Operator.Faults.Tests.Stack;

/// <summary>What can befall the server's own records, done to the sandbox's file behind its back.</summary>
internal sealed class ServerMemory(string file)
{
    /// <summary>The idempotency keys are gone before their time.</summary>
    public void ForgetKeys() => Execute("DELETE FROM idempotency");

    /// <summary>The server was restored from a backup made before these records: their keys are gone as well.</summary>
    public void Forget(string kind, string reference)
    {
        Execute("DELETE FROM resource WHERE kind = ? AND json_extract(document, '$.external_reference_id') = ?", kind + "Document", reference);
        ForgetKeys();
    }

    /// <summary>Somebody edits our reference away.</summary>
    public void EditReference(string reference) =>
        Execute("UPDATE resource SET document = json_set(document, '$.external_reference_id', 'edited by hand') WHERE json_extract(document, '$.external_reference_id') = ?", reference);

    private void Execute(string sql, params object[] values)
    {
        using var connection = new SQLiteConnection(file, SQLiteOpenFlags.ReadWrite) { BusyTimeout = TimeSpan.FromSeconds(5) };
        connection.Execute(sql, values);
    }
}
