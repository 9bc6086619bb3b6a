using System.Text.Json.Nodes;

namespace Flint.Operator.Api.Tests.Contract;

// The published document. What it does not name, no request may hold.
internal static class PublishedApi
{
    public static JsonObject Root { get; } = Load();

    public static JsonObject? Find(string method, string path) => Root["paths"]!.AsObject()
        .Where(entry => Fits(entry.Key, path))
        .Select(entry => entry.Value![method.ToLowerInvariant()] as JsonObject)
        .SingleOrDefault(operation => operation is not null);

    private static bool Fits(string template, string path)
    {
        var (wanted, given) = (template.Split('/'), path.Split('/'));
        return wanted.Length == given.Length && wanted.Zip(given).All(pair => (pair.First.StartsWith('{') && pair.Second.Length > 0) || pair.First == pair.Second);
    }

    private static JsonObject Load()
    {
        using var stream = typeof(PublishedApi).Assembly.GetManifestResourceStream("openapi-subset.json")!;
        return JsonNode.Parse(stream)!.AsObject();
    }
}
