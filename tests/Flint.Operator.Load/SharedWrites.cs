using System.Text.Json.Nodes;

namespace Flint.Operator.Load;

/// <summary>Writes under keys that other clients send as well.</summary>
internal sealed class SharedWrites(ApiCaller api, Ledger ledger, Random random)
{
    /// <summary>Sends until no other client is at work under the key.</summary>
    public async Task<(int Status, JsonNode? Answer)> SendAsync(string name, string path, JsonObject body, string key, CancellationToken stop)
    {
        while (true)
        {
            var (status, answer) = await api.PostAsync(name, path, body, key, stop);
            if (status != 409 || Code(answer) != "IDEMPOTENCY_KEY_IN_PROGRESS")
            {
                if (status >= 400)
                    ledger.Refused(key, $"{Code(answer)} {answer?["error"]?["existing_checkout_session_id"]}".TrimEnd());
                return (status, answer);
            }

            await Task.Delay(TimeSpan.FromMilliseconds(random.Next(50, 150)), stop);
        }
    }

    /// <summary>Others were faster, in a way that is named; anything else must not be.</summary>
    public void Refused(string what, int status, JsonNode? answer, params string[] known)
    {
        if (status != 409 || !known.Contains(Code(answer), StringComparer.Ordinal))
            ledger.Unexpected($"{what} was answered {status} {Code(answer)}");
    }

    private static string? Code(JsonNode? answer) => answer?["error"]?["code"]?.GetValue<string>();
}
