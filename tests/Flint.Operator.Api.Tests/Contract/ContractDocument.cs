using System.Text.Json.Nodes;

namespace Flint.Operator.Api.Tests.Contract;

// The published description of the API, as the sandbox's tests read it too.
internal static class ContractDocument
{
    public static JsonObject Root { get; } = Read();

    // The one operation that has this method and path, where a path may still hold its placeholders.
    public static JsonObject? Operation(string method, string path) =>
        Root["paths"]!.AsObject()
            .Where(template => Fits(template.Key.Split('/'), path.Split('/')))
            .Select(template => template.Value![method.ToLowerInvariant()])
            .OfType<JsonObject>()
            .SingleOrDefault();

    public static IEnumerable<JsonObject> Parameters(JsonObject operation, string place) =>
        (operation["parameters"] as JsonArray ?? []).OfType<JsonObject>().Where(parameter => parameter["in"]!.GetValue<string>() == place);

    private static bool Fits(string[] template, string[] path) =>
        template.Length == path.Length && template.Zip(path).All(part => part.First.StartsWith('{') ? part.Second.Length > 0 : part.First == part.Second);

    private static JsonObject Read()
    {
        using var stream = typeof(ContractDocument).Assembly.GetManifestResourceStream("openapi-subset.json")!;
        return JsonNode.Parse(stream)!.AsObject();
    }
}
