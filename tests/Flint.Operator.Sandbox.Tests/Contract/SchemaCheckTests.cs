using System.Text.Json.Nodes;

namespace Flint.Operator.Sandbox.Tests.Contract;

/// <summary>What holds every answer against the document can itself say no, once for each word of the language.</summary>
public sealed class SchemaCheckTests
{
    [Theory]
    [InlineData("""{"type":"string"}""", "\"a\"", "1")]
    [InlineData("""{"type":["string","null"]}""", "null", "1")]
    [InlineData("""{"type":"integer"}""", "1", "1.5")]
    [InlineData("""{"type":"boolean"}""", "false", "0")]
    [InlineData("""{"type":"object"}""", "{}", "[]")]
    [InlineData("""{"type":"array"}""", "[]", "{}")]
    [InlineData("""{"type":"string","enum":["a","b"]}""", "\"b\"", "\"c\"")]
    [InlineData("""{"type":"integer","minimum":2}""", "2", "1")]
    [InlineData("""{"type":"integer","maximum":2}""", "2", "3")]
    [InlineData("""{"type":"integer","format":"int32"}""", "2147483647", "2147483648")]
    [InlineData("""{"type":"number","multipleOf":0.0001}""", "1.0001", "1.00005")]
    [InlineData("""{"type":"string","minLength":2}""", "\"ab\"", "\"a\"")]
    [InlineData("""{"type":"string","maxLength":2}""", "\"ab\"", "\"abc\"")]
    [InlineData("""{"type":"string","pattern":"^[A-Z]{3}$"}""", "\"USD\"", "\"usd\"")]
    [InlineData("""{"type":"string","format":"date-time"}""", "\"2026-12-01T10:00:00Z\"", "\"last Tuesday\"")]
    [InlineData("""{"type":"array","minItems":1}""", "[1]", "[]")]
    [InlineData("""{"type":"array","maxItems":1}""", "[1]", "[1,2]")]
    [InlineData("""{"type":"array","uniqueItems":true}""", "[1,2]", "[1,1]")]
    [InlineData("""{"type":"array","items":{"type":"string"}}""", "[\"a\"]", "[1]")]
    [InlineData("""{"type":"object","minProperties":1}""", "{\"a\":1}", "{}")]
    [InlineData("""{"type":"object","required":["a"]}""", "{\"a\":1}", "{}")]
    [InlineData("""{"type":"object","properties":{"a":{"type":"string"}}}""", "{\"a\":\"x\"}", "{\"a\":1}")]
    [InlineData("""{"type":"object","properties":{"a":{}}}""", "{\"a\":1}", "{\"b\":1}")]
    [InlineData("""{"type":"object","additionalProperties":false}""", "{}", "{\"b\":1}")]
    [InlineData("""{"type":"object","additionalProperties":{"type":"string"}}""", "{\"k\":\"x\"}", "{\"k\":1}")]
    [InlineData("""{"allOf":[{"type":"integer"},{"minimum":2}]}""", "2", "1")]
    [InlineData("""{"anyOf":[{"type":"string"},{"type":"null"}]}""", "null", "1")]
    [InlineData("""{"oneOf":[{"type":"integer"},{"type":"integer","minimum":5}]}""", "1", "6")]
    [InlineData("""{"not":{"required":["a"]}}""", "{}", "{\"a\":1}")]
    [InlineData("""{"$ref":"#/components/schemas/Money"}""", "{\"amount\":1,\"currency\":\"USD\"}", "{\"amount\":-1,\"currency\":\"USD\"}")]
    public void Run_EachWord_TakesWhatFitsAndRefusesWhatDoesNot(string schema, string fits, string breaks)
    {
        var parsed = JsonNode.Parse(schema)!.AsObject();

        Assert.Empty(SchemaCheck.Run(JsonNode.Parse(fits), parsed));
        Assert.NotEmpty(SchemaCheck.Run(JsonNode.Parse(breaks), parsed));
    }

    /// <summary>A word that is not known here would be passed over in silence.</summary>
    [Fact]
    public void Document_EveryWordOfItsSchemas_IsChecked()
    {
        string[] known =
        [
            "$ref", "type", "enum", "minimum", "maximum", "format", "multipleOf", "minLength", "maxLength", "pattern", "minItems", "maxItems",
            "uniqueItems", "items", "minProperties", "required", "properties", "additionalProperties", "allOf", "anyOf", "oneOf", "not",
            "readOnly", "writeOnly", "default", // These say nothing of the value.
        ];
        var words = ContractDocument.Root["components"]!["schemas"]!.AsObject().SelectMany(schema => Words(schema.Value!.AsObject()));

        Assert.Empty(words.Except(known, StringComparer.Ordinal));
    }

    private static IEnumerable<string> Words(JsonObject schema)
    {
        var own = schema.Select(word => word.Key);
        var members = (schema["properties"] as JsonObject ?? []).Select(member => member.Value);
        var parts = new[] { "allOf", "anyOf", "oneOf" }.SelectMany(word => schema[word] as JsonArray ?? []);
        return own.Concat(members.Concat(parts).Append(schema["items"]).Append(schema["not"]).Append(schema["additionalProperties"]).OfType<JsonObject>().SelectMany(Words));
    }
}
