using System.Text.Json.Nodes;

namespace Flint.Operator.Sandbox.HostedPages;

/// <summary>A refusal of the API in words for a buyer, who has never heard of contexts and keys.</summary>
internal static class LinkProblem
{
    private static readonly (string Api, string Form)[] Places =
    [
        ("quantity_overrides.", LinkForm.Quantity), ("unit_price_overrides.", LinkForm.Amount), ("custom_field_values.", LinkForm.Answer),
    ];

    public static FormProblem Of(JsonNode refusal) => new(
        Field(refusal["param"]?.GetValue<string>()),
        refusal["code"]!.GetValue<string>() switch
        {
            "PAYMENT_LINK_RESOLUTION_CONTEXT_REFRESH_REQUIRED" =>
                "This page was open for a long time. Nothing was charged: please check your choices and continue.",
            "PAYMENT_LINK_CHANGED_RETRY" =>
                "The seller changed this page in the meantime. Nothing was charged: please check your choices and continue.",
            "PAYMENT_LINK_RESOLUTION_CONTEXT_INVALID" or "IDEMPOTENCY_KEY_REUSED" =>
                "This page was not complete. Nothing was charged: please try once more.",
            _ => refusal["message"]!.GetValue<string>(),
        });

    private static string? Field(string? param) =>
        Places.FirstOrDefault(place => param?.StartsWith(place.Api, StringComparison.Ordinal) == true) is { Api: { } api, Form: var form }
            ? form + param![api.Length..]
            : null;
}
