using SQLite;

namespace Flint.Operator.Sandbox.State;

[Table("resource")]
internal sealed class ResourceRow
{
    [PrimaryKey, Column("id")]
    public string Id { get; set; } = "";

    [Column("kind")]
    public string Kind { get; set; } = "";

    [Column("created_at")]
    public string CreatedAt { get; set; } = "";

    [Column("updated_at")]
    public string UpdatedAt { get; set; } = "";

    [Column("search")]
    public string Search { get; set; } = "";

    [Column("document")]
    public string Document { get; set; } = "";
}
