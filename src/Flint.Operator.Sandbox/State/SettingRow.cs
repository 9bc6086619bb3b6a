using SQLite;

namespace Flint.Operator.Sandbox.State;

[Table("setting")]
internal sealed class SettingRow
{
    [PrimaryKey, Column("name")]
    public string Name { get; set; } = "";

    [Column("value")]
    public string Value { get; set; } = "";
}
