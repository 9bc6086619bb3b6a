using System.Text.Json;
using Flint.Operator.Storage.Checkouts;
using Flint.Operator.Storage.PaymentLinks;
using Flint.Operator.Storage.Settings;
using Flint.Operator.Storage.Sql;
using Flint.Operator.Storage.Sync;
using SQLite;

namespace Flint.Operator.Storage.Recovery;

/// <summary>Tries what the screens read on a file of a newer schema: whatever fails here would fail in front of the operator.</summary>
internal static class ReadProbe
{
    public static bool CanRead(Func<SqlConnection> open)
    {
        try
        {
            using var connection = open();
            connection.Script("BEGIN");
            new OpenOperations().Load(connection);
            SqliteOperatorStore.LoadInstallation(connection);
            SqliteOutboxStore.Summarise(connection);
            SqliteOutboxStore.List(connection, 0, 50);
            SqlitePaymentLinkStore.List(connection, null, 50);
            SqliteCheckoutStore.List(connection, null, 50);
            SqliteSettingsStore.Load(connection);
            return true;
        }
        catch (SQLiteException failure) when (SqliteFailures.OutcomeOf(failure) is null or Core.Sync.CommitOutcome.Damaged)
        {
            return false;
        }
        catch (Exception failure) when (failure is InvalidOperationException or ArgumentException or KeyNotFoundException or JsonException or FormatException)
        {
            // A state, a verb or a member that this version does not know.
            return false;
        }
    }
}
