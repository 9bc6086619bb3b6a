using System.Text.Json;

namespace Flint.Operator.Sandbox.Http.Shapes;

/// <summary>A rule between the members of one object.</summary>
internal abstract record ShapeRule
{
    public abstract void Check(JsonElement value, string path, List<ProblemDetail> problems);

    protected static bool Has(JsonElement value, string name) => value.TryGetProperty(name, out _);
}

internal sealed record ExactlyOne(string MissingCode, string ConflictCode, params string[] Names) : ShapeRule
{
    public override void Check(JsonElement value, string path, List<ProblemDetail> problems)
    {
        var present = Names.Count(name => Has(value, name));
        if (present != 1)
        {
            problems.Add(new ProblemDetail(
                present == 0 ? MissingCode : ConflictCode, path, $"Send exactly one of {string.Join(", ", Names)}."));
        }
    }
}

internal sealed record OneAtLeast(string Code, params string[] Names) : ShapeRule
{
    public override void Check(JsonElement value, string path, List<ProblemDetail> problems)
    {
        if (!Names.Any(name => Has(value, name)))
            problems.Add(new ProblemDetail(Code, ObjectShape.Join(path, Names[0]), $"Send at least one of {string.Join(", ", Names)}."));
    }
}

internal sealed record AtLeastOneField(string Code) : ShapeRule
{
    public override void Check(JsonElement value, string path, List<ProblemDetail> problems)
    {
        if (!value.EnumerateObject().Any())
            problems.Add(new ProblemDetail(Code, path, "Send at least one field."));
    }
}

internal sealed record OnlyWith(string Owner, string Code, params string[] Names) : ShapeRule
{
    public override void Check(JsonElement value, string path, List<ProblemDetail> problems)
    {
        foreach (var name in Names.Where(name => Has(value, name) && !Has(value, Owner)))
        {
            // A field that is required is named itself, as everywhere; a code of its own speaks of the field that was sent.
            var place = ObjectShape.Join(path, Code is "FIELD_REQUIRED" ? Owner : name);
            problems.Add(new ProblemDetail(Code, place, $"'{ObjectShape.Join(path, name)}' needs '{Owner}' beside it."));
        }
    }
}

/// <summary>A line sells a variant, a bundle, or something of its own with a name and a price.</summary>
internal sealed record LineSource(bool MayBuyerPrice, params string[] OwnFields) : ShapeRule
{
    public override void Check(JsonElement value, string path, List<ProblemDetail> problems)
    {
        var catalog = (Has(value, "variant_id") ? 1 : 0) + (Has(value, "bundle_id") ? 1 : 0);
        if (catalog > 1 || (catalog == 1 && OwnFields.Any(name => Has(value, name))))
        {
            problems.Add(new ProblemDetail(
                "VALIDATION_ERROR", path, "A line has one source: variant_id, bundle_id, or a name and price of its own."));
        }
        else if (catalog == 0)
        {
            if (!Has(value, "name"))
                Missing("name");
            if (!Has(value, "unit_price_money") && !BuyerSetsPrice(value))
                Missing("unit_price_money");
            if (Has(value, "unit_price_money") && BuyerSetsPrice(value))
                problems.Add(new ProblemDetail("VALIDATION_ERROR", path, "A line has a price, or lets the buyer set one."));
        }

        void Missing(string name)
        {
            var place = ObjectShape.Join(path, name);
            problems.Add(new ProblemDetail("FIELD_REQUIRED", place, $"'{place}' is required."));
        }
    }

    private bool BuyerSetsPrice(JsonElement value) =>
        MayBuyerPrice && value.TryGetProperty("allow_unit_price_adjustment", out var flag) && flag.ValueKind == JsonValueKind.True;
}
