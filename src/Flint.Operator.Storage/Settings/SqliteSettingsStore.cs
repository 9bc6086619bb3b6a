using Flint.Operator.Core.Settings;
using Flint.Operator.Core.Sync;

namespace Flint.Operator.Storage.Settings;

internal sealed class SqliteSettingsStore(OperatorDatabase database) : ISettingsStore
{
    private const string Name = "operator";

    public Task<OperatorSettings> LoadAsync(CancellationToken cancellationToken) => database.Readers.ReadAsync(
        connection => SettingsText.Read(connection.Text("SELECT value FROM setting WHERE name = ?1", Name)),
        cancellationToken);

    public Task<CommitOutcome> SaveAsync(OperatorSettings settings, CancellationToken cancellationToken) => database.CommitAsync(
        connection =>
        {
            connection.Execute("INSERT INTO setting (name, value) VALUES (?1, ?2) ON CONFLICT (name) DO UPDATE SET value = excluded.value", Name, SettingsText.Write(settings));
            return CommitOutcome.Committed;
        },
        cancellationToken);
}
