using System.Globalization;
using System.Text;
using System.Text.Json.Nodes;
using System.Web;

namespace Flint.Operator.Api.Tests.Contract;

// A request as it left, against all that the description says of requests: its route, query, headers and body.
internal static class RequestContract
{
    public static async Task<IReadOnlyList<string>> CheckAsync(SentRequest request)
    {
        if (ContractDocument.Operation(request.Method, request.Address.AbsolutePath) is not { } operation)
        {
            return [$"There is no {request.Method} {request.Address.AbsolutePath}."];
        }

        return
        [
            .. await QueryAsync(request, operation),
            .. await HeadersAsync(request, operation),
            .. await BodyAsync(request, operation),
        ];
    }

    private static async Task<List<string>> QueryAsync(SentRequest request, JsonObject operation)
    {
        var problems = new List<string>();
        var declared = ContractDocument.Parameters(operation, "query").ToDictionary(parameter => parameter["name"]!.GetValue<string>(), StringComparer.Ordinal);
        var sent = HttpUtility.ParseQueryString(request.Address.Query);
        foreach (var name in sent.AllKeys.OfType<string>())
        {
            if (!declared.TryGetValue(name, out var parameter))
            {
                problems.Add($"'{name}' is no parameter of this operation.");
                continue;
            }

            foreach (var problem in await RequestSchema.CheckAsync(parameter["schema"]!.AsObject(), AsJson(sent.GetValues(name)!, parameter["schema"]!)))
            {
                problems.Add($"{name}={sent[name]}: {problem}");
            }
        }

        return problems;
    }

    private static async Task<List<string>> HeadersAsync(SentRequest request, JsonObject operation)
    {
        var problems = new List<string>();
        foreach (var parameter in ContractDocument.Parameters(operation, "header"))
        {
            var name = parameter["name"]!.GetValue<string>();
            if (request.Headers.TryGetValue(name, out var value))
            {
                problems.AddRange((await RequestSchema.CheckAsync(parameter["schema"]!.AsObject(), AsJson([value], parameter["schema"]!))).Select(problem => $"{name}: {problem}"));
            }
            else if (name == "Idempotency-Key" || parameter["required"]?.GetValue<bool>() == true)
            {
                // The API would make a key up. A write of ours that cannot be sent again under the same one is a bug.
                problems.Add($"{name} is missing.");
            }
        }

        if (!request.Headers.ContainsKey("Authorization"))
        {
            problems.Add("No credential was sent.");
        }

        return problems;
    }

    private static async Task<IReadOnlyList<string>> BodyAsync(SentRequest request, JsonObject operation)
    {
        if (operation["requestBody"]?["content"]?["application/json"]?["schema"] is not JsonObject schema)
        {
            return request.Body.Length == 0 ? [] : ["This operation takes no body."];
        }

        if (!request.Headers.TryGetValue("Content-Type", out var type) || !type.StartsWith("application/json", StringComparison.Ordinal))
        {
            return [$"The body is sent as '{type}'."];
        }

        return await RequestSchema.CheckAsync(schema, Encoding.UTF8.GetString(request.Body));
    }

    // A query and a header are text: the schema says what the text stands for.
    private static string AsJson(string[] values, JsonNode schema) => schema["type"]!.GetValue<string>() switch
    {
        "array" => $"[{string.Join(',', values.SelectMany(value => value.Split(',')).Select(value => AsJson([value], schema["items"]!)))}]",
        "integer" or "number" when decimal.TryParse(values[0], NumberStyles.Float, CultureInfo.InvariantCulture, out _) => values[0],
        "boolean" when values[0] is "true" or "false" => values[0],
        _ => JsonValue.Create(values[0]).ToJsonString(),
    };
}
