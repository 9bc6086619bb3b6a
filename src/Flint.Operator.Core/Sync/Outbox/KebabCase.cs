namespace Flint.Operator.Core.Sync.Outbox;

/// <summary>Names of enums and types as the automation contract spells words: <c>waiting-to-send</c>.</summary>
internal static class KebabCase
{
    public static string Of(string name) =>
        string.Concat(name.Select((c, i) => char.IsUpper(c) ? (i == 0 ? "" : "-") + char.ToLowerInvariant(c) : c.ToString()));
}
