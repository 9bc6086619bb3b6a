using System.Text.Json.Nodes;

namespace Flint.Operator.Sandbox.Http;

/// <summary>Merge by key; null removes a key, null for the whole removes all, an empty object changes nothing.</summary>
internal static class MetadataPatch
{
    private const int MostPairs = 50;

    public static JsonObject Apply(JsonObject current, JsonObject body)
    {
        if (!body.TryGetPropertyValue("metadata", out var patch))
            return current;
        if (patch is null)
            return [];
        var merged = current.DeepClone().AsObject();
        foreach (var (key, value) in patch.AsObject())
        {
            if (value is null)
                merged.Remove(key);
            else
                merged[key] = value.DeepClone();
        }

        return merged.Count <= MostPairs
            ? merged
            : throw Problem.Invalid("METADATA_TOO_MANY_KEYS", $"'metadata' holds at most {MostPairs} pairs.", "metadata");
    }
}
