using Flint.Operator.Storage.Sql;

namespace Flint.Operator.Storage.Tests;

/// <summary>Connections past the database's own, as another process would open them.</summary>
internal static class Sqlite
{
    public static SqlConnection OpenReader(string file) => new SqliteConnections(file, TimeSpan.Zero).OpenReader();

    public static SqlConnection OpenWriter(string file) => new SqliteConnections(file, TimeSpan.Zero).OpenWriter();
}
