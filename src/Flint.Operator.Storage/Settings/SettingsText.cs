using System.Text.Json;
using System.Text.Json.Nodes;
using Flint.Operator.Core.Settings;
using Flint.Operator.Storage.Json;

namespace Flint.Operator.Storage.Settings;

/// <summary>
/// Settings as JSON. Generated serializers give a missing member the default of its type, not of its record; so what was
/// stored is laid over the defaults, and a setting that is newer than the file starts as on a new device.
/// </summary>
internal static class SettingsText
{
    public static string Write(OperatorSettings settings) => JsonSerializer.Serialize(settings, StorageJson.Default.OperatorSettings);

    public static OperatorSettings Read(string? json)
    {
        var members = JsonSerializer.SerializeToNode(OperatorSettings.Default, StorageJson.Default.OperatorSettings)!.AsObject();
        foreach (var (name, value) in json is null ? [] : JsonNode.Parse(json)!.AsObject())
        {
            members[name] = value?.DeepClone();
        }

        return members.Deserialize(StorageJson.Default.OperatorSettings)!;
    }
}
