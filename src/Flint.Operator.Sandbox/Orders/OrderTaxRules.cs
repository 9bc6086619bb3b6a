using System.Text.Json;
using Flint.Operator.Sandbox.Http;
using Flint.Operator.Sandbox.Http.Shapes;

namespace Flint.Operator.Sandbox.Orders;

/// <summary>Known fees belong to external tax, and are always added on top.</summary>
internal sealed record FeesByMode : ShapeRule
{
    public override void Check(JsonElement value, string path, List<ProblemDetail> problems)
    {
        if (!value.TryGetProperty("components", out var fees) || fees.ValueKind != JsonValueKind.Array)
            return;
        if (Is(value, "mode", "automatic"))
            problems.Add(new ProblemDetail("TAX_INPUT_CONFLICT", path, "Automatic tax takes no components."));
        else if (fees.GetArrayLength() > 0 && Is(value, "price_mode", "inclusive"))
            problems.Add(new ProblemDetail("TAX_INPUT_CONFLICT", path, "Components need the price mode 'additive'."));
    }

    private static bool Is(JsonElement value, string name, string word) =>
        value.TryGetProperty(name, out var text) && text.ValueKind == JsonValueKind.String && text.ValueEquals(word);
}

/// <summary>A place is a postal code, or an address with all its parts; a type that is sent must say which.</summary>
internal sealed record WholeAddress : ShapeRule
{
    private static readonly string[] Parts = ["line1", "city", "state", "country"];

    public override void Check(JsonElement value, string path, List<ProblemDetail> problems)
    {
        if (!value.TryGetProperty("address", out var address) || address.ValueKind != JsonValueKind.Object)
            return;
        var type = value.TryGetProperty("address_type", out var sent) && sent.ValueKind == JsonValueKind.String ? sent.GetString() : null;
        var hasStreet = Has(address, "line1") || Has(address, "line2") || Has(address, "city") || Has(address, "state");
        if (type is "postal_code")
        {
            if (hasStreet)
                problems.Add(new ProblemDetail("TAX_INPUT_CONFLICT", path, "A place of the type 'postal_code' has no street, city or state."));
            return;
        }

        foreach (var part in Parts.Where(part => (type is not null || hasStreet) && !Has(address, part)))
        {
            var place = $"{path}.address.{part}";
            problems.Add(new ProblemDetail("FIELD_REQUIRED", place, $"'{place}' is required."));
        }
    }
}
