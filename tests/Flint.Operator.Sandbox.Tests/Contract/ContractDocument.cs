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

    public static IReadOnlyList<ContractOperation> Operations { get; } =
    [
        .. from path in Root["paths"]!.AsObject()
           from method in path.Value!.AsObject()
           where method.Key is "get" or "post" or "patch" or "delete"
           select new ContractOperation(method.Key.ToUpperInvariant(), path.Key, method.Value!.AsObject()),
    ];

    public static ContractOperation Operation(string id) => Operations.Single(operation => operation.Id == id);

    /// <summary>The operation that a request is one of; null when it is none.</summary>
    public static ContractOperation? Find(string method, string path) => Operations.FirstOrDefault(operation => operation.Matches(method, path));

    private static JsonObject Load()
    {
        using var stream = typeof(ContractDocument).Assembly.GetManifestResourceStream("openapi-subset.json")!;
        return JsonNode.Parse(stream)!.AsObject();
    }
}
