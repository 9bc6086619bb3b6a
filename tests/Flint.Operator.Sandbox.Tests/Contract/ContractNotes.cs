using System.Text.Json.Nodes;

namespace Flint.Operator.Sandbox.Tests.Contract;

/// <summary>
/// What the notes on the contract say of a value of a request where the published document says less. Both sides are generated from
/// it like from the document: what fits is taken, what does not is refused.
/// </summary>
internal static class ContractNotes
{
    // Section 2.1, `payments`.
    private const string Means = """{"items":{"type":"string","enum":["card","apple_pay","google_pay","affirm","ach_debit"]}}""";

    // Section 1.8: "tip choices on links and sessions: exactly 3 percentages"; "at most 4 decimals; tips 1 to 100".
    private const string TipPercent = """{"minimum":1,"maximum":100,"multipleOf":0.0001}""";

    // Section 1.8: "exactly 3 smart amounts"; a tip is "at least 1 minor unit".
    private const string TipAmount = """{"minimum":1}""";

    // Section 1.8: "URLs: absolute https with a host, 2,048".
    private const string Url = """{"format":"uri"}""";

    /// <summary>The schema of a member, narrowed by what is said of a member of that name.</summary>
    public static JsonObject Narrow(string name, JsonObject schema) => name switch
    {
        "enabled_payment_options" => With(schema, Means),
        "tip_percentages" => Item(With(schema, """{"minItems":3,"maxItems":3}"""), item => With(item, TipPercent)),
        "default_tip_percentage" => With(schema, TipPercent),
        "smart_tip_money_options" => Item(With(schema, """{"minItems":3,"maxItems":3}"""), AtLeastOne),
        "default_smart_tip_money" => AtLeastOne(schema),
        "quick_pay_item" => Member(schema, "amount_money", AtLeastOne), // Section 1.8: `AMOUNT_BELOW_LIMIT`, a limit that exists as a code only.
        _ when IsUrl(name) => With(schema, Url),
        _ => schema,
    };

    /// <summary>Section 2.2: an event with a time needs its time zone, for which "the base schema has no such field".</summary>
    public static bool HasBesideTheDocument(string place, string name) => place == "event_config" && name == "timezone";

    /// <summary>The name of a member that says which other record is meant. That there is none is no matter of shape.</summary>
    public static bool NamesARecord(string name) => name.EndsWith("_id", StringComparison.Ordinal) && name != "external_reference_id";

    private static bool IsUrl(string name) => name == "url" || name.EndsWith("_url", StringComparison.Ordinal);

    private static JsonObject AtLeastOne(JsonObject money) => Member(money, "amount", amount => With(amount, TipAmount));

    private static JsonObject Item(JsonObject list, Func<JsonObject, JsonObject> narrow)
    {
        list["items"] = narrow(list["items"]!.AsObject());
        return list;
    }

    private static JsonObject Member(JsonObject schema, string name, Func<JsonObject, JsonObject> narrow)
    {
        var own = With(schema, "{}");
        own["properties"]![name] = narrow(own["properties"]![name]!.AsObject());
        return own;
    }

    private static JsonObject With(JsonObject schema, string more)
    {
        var isNullable = SchemaParts.IsNullable(schema);
        var own = SchemaParts.Plain(schema).DeepClone().AsObject();
        foreach (var (word, value) in JsonNode.Parse(more)!.AsObject())
            own[word] = value?.DeepClone();
        if (isNullable && !SchemaParts.IsNullable(own))
            own["type"] = new JsonArray([.. SchemaParts.Types(own).Append("null").Select(type => (JsonNode)type)]);
        return own;
    }
}
