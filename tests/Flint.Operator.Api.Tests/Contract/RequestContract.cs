using System.Globalization;
using System.Text.Json.Nodes;
using NJsonSchema;

namespace Flint.Operator.Api.Tests.Contract;

// Holds a whole request against its operation: route, query, headers and body.
internal static class RequestContract
{
    public static async Task<IReadOnlyList<string>> CheckAsync(SentRequest sent)
    {
        if (PublishedApi.Find(sent.Method, sent.Address.AbsolutePath) is not { } operation)
        {
            return [$"{sent.Method} {sent.Address.AbsolutePath} is no operation"];
        }

        var problems = new List<string>();
        var parameters = (operation["parameters"] as JsonArray ?? []).OfType<JsonObject>().ToLookup(parameter => parameter["in"]!.GetValue<string>(), StringComparer.Ordinal);
        await CheckQueryAsync(sent, [.. parameters["query"]], problems);
        problems.AddRange(parameters["header"]
            .Where(header => header["required"]?.GetValue<bool>() == true && !sent.Headers.ContainsKey(header["name"]!.GetValue<string>()))
            .Select(header => $"{header["name"]} is missing"));
        if (sent.Method != "GET" && !sent.Headers.ContainsKey("Idempotency-Key"))
        {
            problems.Add("a write without a key");
        }

        await CheckBodyAsync(sent, operation["requestBody"]?["content"]?["application/json"]?["schema"] as JsonObject, problems);
        return problems;
    }

    private static async Task CheckQueryAsync(SentRequest sent, IReadOnlyList<JsonObject> known, List<string> problems)
    {
        foreach (var pair in sent.Address.Query.TrimStart('?').Split('&', StringSplitOptions.RemoveEmptyEntries))
        {
            var (name, value) = (Uri.UnescapeDataString(pair.Split('=')[0]), Uri.UnescapeDataString(pair[(pair.IndexOf('=', StringComparison.Ordinal) + 1)..]));
            if (known.SingleOrDefault(parameter => parameter["name"]!.GetValue<string>() == name)?["schema"] is not JsonObject schema)
            {
                problems.Add($"{name} is no parameter");
                continue;
            }

            var rule = await JsonSchema.FromJsonAsync((schema["items"] ?? schema).ToJsonString());
            problems.AddRange(rule.Validate(Read(value, schema).ToJsonString()).Select(error => $"{name}={value}: {error}"));
            if (schema["format"]?.GetValue<string>() is "date-time" && !DateTimeOffset.TryParseExact(value, "yyyy-MM-dd'T'HH:mm:ssK", CultureInfo.InvariantCulture, DateTimeStyles.None, out _))
            {
                problems.Add($"{name}={value}: no RFC 3339 time");
            }
        }
    }

    private static JsonValue Read(string value, JsonObject schema) => schema["type"]?.GetValue<string>() switch
    {
        "integer" when long.TryParse(value, CultureInfo.InvariantCulture, out var number) => JsonValue.Create(number),
        "boolean" when bool.TryParse(value, out var flag) => JsonValue.Create(flag),
        _ => JsonValue.Create(value),
    };

    private static async Task CheckBodyAsync(SentRequest sent, JsonObject? schema, List<string> problems)
    {
        if (schema is null)
        {
            problems.AddRange(sent.Body.Length > 0 ? ["a body where none is taken"] : []);
            return;
        }

        if (!sent.Headers.TryGetValue("Content-Type", out var type) || type != "application/json")
        {
            problems.Add($"content type {type}");
        }

        problems.AddRange(await RequestSchema.CheckAsync(schema["$ref"]!.GetValue<string>().Split('/')[^1], sent.Body));
    }
}
