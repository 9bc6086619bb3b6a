using Flint.Operator.Core.Settings;
using Flint.Operator.Core.Sync;
using Flint.Operator.Storage.Sql;

namespace Flint.Operator.Storage.Settings;

internal sealed class SqliteSettingsStore(OperatorDatabase database, ChangeFeed feed) : ISettingsStore
{
    private const string Name = "operator";

    private static readonly IReadOnlySet<string> NoRecords = new HashSet<string>(StringComparer.Ordinal);

    public Task<OperatorSettings> LoadAsync(CancellationToken cancellationToken) => database.Readers.ReadAsync(Load, cancellationToken);

    internal static OperatorSettings Load(SqlConnection connection) =>
        SettingsText.Read(connection.Text("SELECT value FROM setting WHERE name = ?1", Name));

    public async Task<CommitOutcome> SaveAsync(OperatorSettings settings, CancellationToken cancellationToken)
    {
        var outcome = await database.CommitAsync(
            connection =>
            {
                connection.Execute("INSERT INTO setting (name, value) VALUES (?1, ?2) ON CONFLICT (name) DO UPDATE SET value = excluded.value", Name, SettingsText.Write(settings));
                return CommitOutcome.Committed;
            },
            cancellationToken).ConfigureAwait(false);
        if (outcome == CommitOutcome.Committed)
        {
            feed.Publish(NoRecords);
        }

        return outcome;
    }
}
