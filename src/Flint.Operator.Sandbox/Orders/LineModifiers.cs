using System.Text.Json.Nodes;
using Flint.Operator.Sandbox.Http;

namespace Flint.Operator.Sandbox.Orders;

internal static class LineModifiers
{
    /// <summary>A list without any is fine. Whatever it names is not there: the catalog has no modifiers and no groups of them.</summary>
    public static void CheckNone(JsonNode line, string path)
    {
        if (line["modifiers"]?.AsArray() is not { Count: > 0 } modifiers)
            return;
        var named = modifiers[0]!["modifier_id"] is null ? "text.modifier_group_id" : "modifier_id";
        throw Problem.Invalid("VALIDATION_ERROR", "The catalog has no modifiers: nothing sold here can be modified.", $"{path}modifiers[0].{named}");
    }
}
