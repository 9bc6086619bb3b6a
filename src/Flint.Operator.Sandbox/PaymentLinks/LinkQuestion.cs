using System.Text.Json.Nodes;

namespace Flint.Operator.Sandbox.PaymentLinks;

/// <summary>One thing a link asks its buyer.</summary>
internal sealed record LinkQuestion(string Key, string Label, string Kind, bool IsRequired, int Position)
{
    public string? Placeholder { get; init; }
    public int? MaxLength { get; init; }
    public IReadOnlyList<string> Options { get; init; } = [];

    public static LinkQuestion Read(JsonNode field) => new(
        field["key"]!.GetValue<string>(), field["label"]!.GetValue<string>(), field["custom_field_type"]!.GetValue<string>(),
        field["required"]?.GetValue<bool>() ?? false, field["position"]?.GetValue<int>() ?? 0)
    {
        Placeholder = field["placeholder"]?.GetValue<string>(),
        MaxLength = field["max_length"]?.GetValue<int>(),
        Options = [.. field["options"]?.AsArray().Select(option => option!.GetValue<string>()) ?? []],
    };
}
