using System.Text.Json;
using SQLite;

namespace Flint.Operator.Sandbox.State;

/// <summary>The view of the stored state that one unit of work has, with the instant it happens at.</summary>
internal sealed class SandboxState(SQLiteConnection connection, DateTimeOffset now, string table = "resource")
{
    public DateTimeOffset Now { get; } = now;

    /// <summary>What this view would have been a while ago; it is for reading.</summary>
    public SandboxState AsItWas(TimeSpan ago) => new(connection, Now, ResourceHistory.TableAt(Now - ago));

    /// <summary>The same state at another instant, to write down what happened then.</summary>
    public SandboxState At(DateTimeOffset instant) => new(connection, instant, table);

    /// <summary>Forgets every resource and every idempotency key.</summary>
    public void Clear()
    {
        connection.DeleteAll<ResourceRow>();
        connection.DeleteAll<IdempotencyRow>();
        ResourceHistory.Clear(connection);
    }

    public T? Find<T>(string id) where T : StateDocument => Where<T>("id = ?", id) is [var found] ? found : null;

    public IReadOnlyList<T> Where<T>(string condition, params object[] arguments) where T : StateDocument =>
        [.. connection
            .Query<ResourceRow>(
                $"SELECT * FROM {table} WHERE kind = ? AND {condition}", [Kind<T>(), .. arguments])
            .Select(Read<T>)];

    public void Save<T>(T document) where T : StateDocument
    {
        ResourceHistory.Keep(connection, document.Id, Now);
        connection.InsertOrReplace(new ResourceRow
        {
            Id = document.Id,
            Kind = Kind<T>(),
            CreatedAt = Timestamp.Write(document.CreatedAt),
            UpdatedAt = Timestamp.Write(document.UpdatedAt),
            Search = string.Join('\n', document.SearchTexts.Where(text => text is not null)).ToUpperInvariant(),
            Document = JsonSerializer.Serialize(document, StateJson.Options),
        });
    }

    /// <summary>One SQL expression over a stored document, as text.</summary>
    public string? Scalar(string expression, string id) =>
        connection.ExecuteScalar<string?>($"SELECT {expression} FROM {table} WHERE id = ?", id);

    public IdempotencyRow? FindKey(string key) => connection.Find<IdempotencyRow>(key);

    public void SaveKey(IdempotencyRow row) => connection.InsertOrReplace(row);

    public void ForgetKey(string key) => connection.Delete<IdempotencyRow>(key);

    public void ForgetKeysBefore(DateTimeOffset instant) =>
        connection.Execute("DELETE FROM idempotency WHERE created_at <= ?", Timestamp.Write(instant));

    public string? Setting(string name) => connection.Find<SettingRow>(name)?.Value;

    public void SaveSetting(string name, string value) =>
        connection.InsertOrReplace(new SettingRow { Name = name, Value = value });

    /// <summary>Runs work whose refusal must leave no trace while the transaction around it goes on.</summary>
    public T Attempt<T>(Func<T> work)
    {
        connection.Execute("SAVEPOINT attempt");
        try
        {
            var result = work();
            connection.Execute("RELEASE attempt");
            return result;
        }
        catch
        {
            connection.Execute("ROLLBACK TO attempt");
            connection.Execute("RELEASE attempt");
            throw;
        }
    }

    private static string Kind<T>() => typeof(T).Name;

    private static T Read<T>(ResourceRow row) where T : StateDocument =>
        JsonSerializer.Deserialize<T>(row.Document, StateJson.Options)
        ?? throw new InvalidOperationException($"The stored document {row.Id} is empty.");
}
