using System.Text.Json.Nodes;

namespace Flint.Operator.Sandbox.HostedPages;

/// <summary>The merchant's papers, as far as it named any.</summary>
internal sealed class LegalLinks(JsonObject settings) : List<(string Name, string Url)>(Read(settings["legal"]))
{
    private static IEnumerable<(string, string)> Read(JsonNode? legal)
    {
        (string Name, string Field)[] known =
        [
            ("Terms of service", "terms_of_service_url"), ("Refunds", "refund_policy_url"),
            ("Shipping", "shipping_policy_url"), ("Contract", "contract_url"),
        ];
        foreach (var (name, field) in known)
        {
            if (legal?[field]?.GetValue<string>() is { Length: > 0 } url)
                yield return (name, url);
        }
    }
}
