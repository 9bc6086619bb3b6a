using System.Text.Json.Nodes;

namespace Flint.Operator.Sandbox.Tests.Contract;

/// <summary>The published shapes, the only thing the sandbox and its tests do not make up themselves.</summary>
internal static class ContractDocument
{
    public static JsonObject Root { get; } = Load();

    public static JsonObject Schema(string name) => Root["components"]!["schemas"]![name]!.AsObject();

    public static JsonObject Resolve(JsonObject schema)
    {
        while (schema["$ref"] is { } reference)
            schema = Schema(reference.GetValue<string>().Split('/')[^1]);
        return schema;
    }

    /// <summary>The schema an operation declares for a success status; null when it declares none.</summary>
    public static JsonObject? Response(string method, string path, int status)
    {
        foreach (var (template, operations) in Root["paths"]!.AsObject())
        {
            if (Matches(template, path) && operations![method.ToLowerInvariant()] is { } operation)
            {
                return operation["responses"]?[status.ToString(System.Globalization.CultureInfo.InvariantCulture)]
                    ?["content"]?["application/json"]?["schema"]?.AsObject();
            }
        }

        return null;
    }

    private static bool Matches(string template, string path)
    {
        var wanted = template.Split('/');
        var given = path.Split('/');
        return wanted.Length == given.Length && wanted.Zip(given).All(pair => pair.First.StartsWith('{') || pair.First == pair.Second);
    }

    private static JsonObject Load()
    {
        using var stream = typeof(ContractDocument).Assembly.GetManifestResourceStream("openapi-subset.json")!;
        return JsonNode.Parse(stream)!.AsObject();
    }
}
