namespace Flint.Operator.Sandbox.HostedPages;

/// <summary>The address fields of the API that a buyer is asked for.</summary>
internal static class BillingAddress
{
    public static IReadOnlyList<(string Name, string Label, string Autocomplete)> Fields { get; } =
    [
        ("line1", "Street and number", "address-line1"), ("city", "City", "address-level2"), ("state", "State", "address-level1"),
        ("postal_code", "ZIP code", "postal-code"), ("country", "Country", "country"),
    ];
}
