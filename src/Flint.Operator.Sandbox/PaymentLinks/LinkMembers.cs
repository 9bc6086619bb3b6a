using System.Globalization;
using System.Text.Json.Nodes;
using Flint.Operator.Sandbox.Http;
using Flint.Operator.Sandbox.State;

namespace Flint.Operator.Sandbox.PaymentLinks;

/// <summary>Gives lines and questions their ids, and keeps the ids of those a caller keeps.</summary>
internal static class LinkMembers
{
    private const string LineId = "payment_link_line_item_id";
    private const string QuestionId = "payment_link_custom_field_id";

    public static JsonArray Lines(SandboxState state, JsonArray wanted, JsonArray? current)
    {
        var lines = Identify(state, wanted, current, "line_items", LineId, "plli", "LINE_ITEM");
        var keys = lines.Select(line => line!["key"]?.GetValue<string>()).ToHashSet(StringComparer.Ordinal);
        for (var index = 0; index < lines.Count; index++)
        {
            var line = lines[index]!;
            var kept = current?.FirstOrDefault(known => IsSame(known!, line, LineId));
            if (kept is not null && Source(kept) != Source(line))
                throw Problem.Invalid("ACTIVE_LINE_ITEM_SOURCE_CHANGE", "A line keeps what it sells; add another line instead.", $"line_items[{index}]");
            line["quantity"] ??= line["min_quantity"]?.GetValue<int>() ?? 1;
            line["key"] ??= kept is not null && keys.Add(kept["key"]!.GetValue<string>()) ? kept["key"]!.DeepClone() : FreeKey(keys, index + 1);
        }

        return lines;
    }

    public static JsonArray Questions(SandboxState state, JsonArray wanted, JsonArray? current) =>
        Identify(state, wanted, current, "custom_fields", QuestionId, "plcf", "CUSTOM_FIELD");

    private static JsonArray Identify(
        SandboxState state, JsonArray wanted, JsonArray? current, string list, string idName, string prefix, string code)
    {
        var known = current?.Select(member => member![idName]!.GetValue<string>()).ToHashSet(StringComparer.Ordinal) ?? [];
        var used = new HashSet<string>(StringComparer.Ordinal);
        var members = wanted.DeepClone().AsArray();
        for (var index = 0; index < members.Count; index++)
        {
            var member = members[index]!;
            if (member[idName]?.GetValue<string>() is { } id)
            {
                if (!known.Contains(id))
                    throw Problem.Invalid($"UNKNOWN_PAYMENT_LINK_{code}_ID", "The link has no such member.", $"{list}[{index}].{idName}");
                if (!used.Add(id))
                    throw Problem.Invalid($"DUPLICATE_PAYMENT_LINK_{code}_ID", "A member is named twice.", $"{list}[{index}].{idName}");
            }
            else
            {
                member[idName] = Ids.New(prefix, state.Now);
            }
        }

        return members;
    }

    private static bool IsSame(JsonNode known, JsonNode member, string idName) =>
        known[idName]!.GetValue<string>() == member[idName]!.GetValue<string>();

    private static string? Source(JsonNode line) => (line["variant_id"] ?? line["bundle_id"])?.GetValue<string>();

    private static string FreeKey(HashSet<string?> keys, int number)
    {
        string key;
        do
            key = string.Create(CultureInfo.InvariantCulture, $"line_{number++}");
        while (!keys.Add(key));
        return key;
    }
}
