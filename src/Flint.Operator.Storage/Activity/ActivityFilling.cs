using Flint.Operator.Storage.Sql;

namespace Flint.Operator.Storage.Activity;

/// <summary>Writes activity from nothing: for a file of before there was one, and after rows were brought over from a damaged file.</summary>
internal static class ActivityFilling
{
    private const int Batch = 500;

    public static void Run(SqlConnection connection)
    {
        connection.Script("DELETE FROM activity");
        var writer = new ActivityWriter(connection);
        var after = "";
        while (connection.Query("SELECT lid FROM entity WHERE lid > ?1 AND kind <> 'checkout-session' ORDER BY lid LIMIT ?2", row => row.Text("lid"), after, Batch) is { Count: > 0 } lids)
        {
            writer.Refresh(lids);
            after = lids[^1];
        }
    }
}
