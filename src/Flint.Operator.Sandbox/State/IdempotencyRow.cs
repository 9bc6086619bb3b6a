using SQLite;

namespace Flint.Operator.Sandbox.State;

[Table("idempotency")]
internal sealed class IdempotencyRow
{
    [PrimaryKey, Column("key")]
    public string Key { get; set; } = "";

    [Column("fingerprint")]
    public string Fingerprint { get; set; } = "";

    [Indexed, Column("created_at")]
    public string CreatedAt { get; set; } = "";

    [Column("status")]
    public int Status { get; set; }

    [Column("is_error")]
    public bool IsError { get; set; }

    [Column("payload")]
    public string Payload { get; set; } = "";
}
