using System.Net;
using System.Text.Json.Nodes;

namespace Flint.Operator.Sandbox.Tests.PaymentLinks;

public sealed class LinkUpdateTests
{
    [Fact]
    public async Task Update_LinesAndQuestions_AreReplacedWhole()
    {
        await using var host = await SandboxHost.StartAsync();
        var link = await host.LinkAsync(PaymentLinkTests.Full());
        var before = (await host.GetAsync($"/v1/payment-links/{link}")).Data;
        var kept = new JsonObject
        {
            ["payment_link_line_item_id"] = before["line_items"]![0]!["payment_link_line_item_id"]!.DeepClone(),
            ["name"] = "Dues", ["quantity"] = 1, ["unit_price_money"] = Given.Usd(3000),
        };
        var question = before["custom_fields"]![1]!.DeepClone();
        question["label"] = "Rider's name";
        var after = await host.PatchAsync($"/v1/payment-links/{link}", new JsonObject
        {
            ["expected_version"] = 1, ["line_items"] = new JsonArray(Given.Line("Towel", 900), kept), ["custom_fields"] = new JsonArray(question.DeepClone()),
        });

        Assert.Equal(2, after.Data["version"]!.GetValue<int>());
        Assert.Equal(["Towel", "Dues"], after.Data["line_items"]!.AsArray().Select(line => Text(line!, "name")));
        Assert.Equal(["line_1", "dues"], after.Data["line_items"]!.AsArray().Select(line => Text(line!, "key")));
        Assert.Null(after.Data["line_items"]![1]!["max_quantity"]);
        Assert.True(JsonNode.DeepEquals(question, Assert.Single(after.Data["custom_fields"]!.AsArray())));
        Assert.True(JsonNode.DeepEquals(after.Data, (await host.GetAsync($"/v1/payment-links/{link}")).Data));
    }

    [Fact]
    public async Task Update_NoQuestions_TakesThemAway()
    {
        await using var host = await SandboxHost.StartAsync();
        var link = await host.LinkAsync(PaymentLinkTests.Full());
        var after = await host.PatchAsync($"/v1/payment-links/{link}", JsonNode.Parse("""{"expected_version":1,"custom_fields":[]}""")!);
        Assert.Empty(after.Data["custom_fields"]!.AsArray());
    }

    [Theory]
    [InlineData("{}")]
    [InlineData("""{"expected_version":1}""")]
    public async Task Update_Nothing_KeepsTheVersion(string change)
    {
        await using var host = await SandboxHost.StartAsync();
        var link = await host.LinkAsync();
        var answer = await host.PatchAsync($"/v1/payment-links/{link}", JsonNode.Parse(change)!);
        Assert.Equal((HttpStatusCode.OK, 1), (answer.Status, answer.Data["version"]!.GetValue<int>()));
    }

    [Theory]
    [InlineData("""{"line_items":[{"name":"A","quantity":1,"unit_price_money":{"amount":1,"currency":"USD"}}]}""", "EXPECTED_VERSION_REQUIRED", "line_items")]
    [InlineData("""{"custom_fields":[]}""", "EXPECTED_VERSION_REQUIRED", "custom_fields")]
    [InlineData("""{"delivery_method_ids":[]}""", "EXPECTED_VERSION_REQUIRED", "delivery_method_ids")]
    [InlineData("""{"expected_version":0,"name":"A"}""", "VALIDATION_ERROR", "expected_version")]
    [InlineData("""{"expected_version":1,"line_items":[]}""", "ITEMS_REQUIRED", "line_items")]
    [InlineData("""{"expected_version":1,"line_items":[{"name":"A","unit_price_money":{"amount":1,"currency":"USD"}}]}""", "FIELD_REQUIRED", "line_items[0].quantity")]
    [InlineData("""{"expected_version":1,"line_items":[{"payment_link_line_item_id":"plli_1","name":"A","quantity":1,"unit_price_money":{"amount":1,"currency":"USD"}}]}""", "UNKNOWN_PAYMENT_LINK_LINE_ITEM_ID", "line_items[0].payment_link_line_item_id")]
    [InlineData("""{"expected_version":1,"line_items":[{"payment_link_line_item_id":"LINE","name":"A","quantity":1,"unit_price_money":{"amount":1,"currency":"USD"}},{"payment_link_line_item_id":"LINE","name":"B","quantity":1,"unit_price_money":{"amount":1,"currency":"USD"}}]}""", "DUPLICATE_PAYMENT_LINK_LINE_ITEM_ID", "line_items[1].payment_link_line_item_id")]
    [InlineData("""{"expected_version":1,"line_items":[{"payment_link_line_item_id":"LINE","variant_id":"var_1","quantity":1}]}""", "ACTIVE_LINE_ITEM_SOURCE_CHANGE", "line_items[0]")]
    [InlineData("""{"expected_version":1,"line_items":[{"variant_id":"var_1","quantity":1}]}""", "VALIDATION_ERROR", "line_items[0].variant_id")]
    [InlineData("""{"expected_version":1,"custom_fields":[{"payment_link_custom_field_id":"plcf_1","custom_field_type":"text","key":"a","label":"A"}]}""", "UNKNOWN_PAYMENT_LINK_CUSTOM_FIELD_ID", "custom_fields[0].payment_link_custom_field_id")]
    [InlineData("""{"expected_version":1,"custom_fields":[{"custom_field_type":"text","key":"a","label":"A"},{"custom_field_type":"text","key":"a","label":"B"}]}""", "VALIDATION_ERROR", "custom_fields[1].key")]
    [InlineData("""{"expected_version":1,"custom_fields":[{"custom_field_type":"dropdown","key":"a","label":"A"}]}""", "VALIDATION_ERROR", "custom_fields[0].options")]
    [InlineData("""{"expected_version":1,"custom_fields":[{"custom_field_type":"checkbox","key":"a","label":"A","max_length":3}]}""", "VALIDATION_ERROR", "custom_fields[0].max_length")]
    [InlineData("""{"payment_link_type":"event"}""", "UNKNOWN_FIELD", "payment_link_type")]
    [InlineData("""{"plan_id":"plan_1"}""", "UNKNOWN_FIELD", "plan_id")]
    [InlineData("""{"status":"archived"}""", "VALIDATION_ERROR", "status")]
    [InlineData("""{"name":null}""", "NULL_NOT_ALLOWED", "name")]
    public async Task Update_Unsound_ChangesNothing(string change, string code, string param)
    {
        await using var host = await SandboxHost.StartAsync();
        var link = await host.LinkAsync();
        var before = (await host.GetAsync($"/v1/payment-links/{link}")).Data;
        var line = Text(before["line_items"]![0]!, "payment_link_line_item_id");
        var answer = await host.PatchAsync($"/v1/payment-links/{link}", JsonNode.Parse(change.Replace("LINE", line, StringComparison.Ordinal))!);
        Assert.Equal((HttpStatusCode.BadRequest, code, param), (answer.Status, answer.Code, Text(answer.Error, "param")));
        Assert.True(JsonNode.DeepEquals(before, (await host.GetAsync($"/v1/payment-links/{link}")).Data));
    }

    [Fact]
    public async Task Update_OneQuestionTwice_IsRefusedByName()
    {
        await using var host = await SandboxHost.StartAsync();
        var link = await host.LinkAsync(PaymentLinkTests.Full());
        var before = (await host.GetAsync($"/v1/payment-links/{link}")).Data;
        var again = before["custom_fields"]![0]!.DeepClone();
        again["key"] = "another";

        var answer = await host.PatchAsync($"/v1/payment-links/{link}", new JsonObject
        {
            ["expected_version"] = 1, ["custom_fields"] = new JsonArray(before["custom_fields"]![0]!.DeepClone(), again),
        });

        Assert.Equal(
            (HttpStatusCode.BadRequest, "DUPLICATE_PAYMENT_LINK_CUSTOM_FIELD_ID", "custom_fields[1].payment_link_custom_field_id"),
            (answer.Status, answer.Code, Text(answer.Error, "param")));
        Assert.True(JsonNode.DeepEquals(before, (await host.GetAsync($"/v1/payment-links/{link}")).Data));
    }

    [Fact]
    public async Task Update_MetadataAndQuestionsTogether_KeepToTheirRoom()
    {
        await using var host = await SandboxHost.StartAsync();
        var link = await host.LinkAsync(PaymentLinkTests.Full());
        var many = new JsonObject();
        for (var number = 0; number < 41; number++)
            many[$"k{number}"] = "v";
        var refused = await host.PatchAsync($"/v1/payment-links/{link}", new JsonObject { ["metadata"] = many.DeepClone() });
        Assert.Equal(("METADATA_TOO_MANY_KEYS", "metadata"), (refused.Code, Text(refused.Error, "param")));
        many.Remove("k40");
        Assert.Equal(HttpStatusCode.OK, (await host.PatchAsync($"/v1/payment-links/{link}", new JsonObject { ["metadata"] = many })).Status);
    }

    [Theory]
    [InlineData("""{"name":"A","plan_id":"plan_1"}""", "VALIDATION_ERROR", "plan_id")]
    [InlineData("""{"name":"A","line_items":[{"bundle_id":"bun_1"}]}""", "VALIDATION_ERROR", "line_items[0].bundle_id")]
    [InlineData("""{"name":"A","payment_link_type":"donation","donation_min_amount_money":{"amount":2,"currency":"USD"},"donation_max_amount_money":{"amount":1,"currency":"USD"}}""", "VALIDATION_ERROR", "donation_min_amount_money")]
    [InlineData("""{"name":"A","payment_link_type":"event","event_config":{"event_at":"2026-10-01T18:00:00Z"},"line_items":[{"name":"A","unit_price_money":{"amount":1,"currency":"USD"}}]}""", "EVENT_TIMEZONE_REQUIRED", "event_config.timezone")]
    [InlineData("""{"name":"A","max_completions":0,"line_items":[{"name":"A","unit_price_money":{"amount":1,"currency":"USD"}}]}""", "VALIDATION_ERROR", "max_completions")]
    public async Task Create_Unsound_NamesThePlace(string body, string code, string param)
    {
        await using var host = await SandboxHost.StartAsync();
        var answer = await host.PostAsync("/v1/payment-links", JsonNode.Parse(body)!);
        Assert.Equal((HttpStatusCode.BadRequest, code, param), (answer.Status, answer.Code, Text(answer.Error, "param")));
    }

    private static string Text(JsonNode node, string name) => node[name]!.GetValue<string>();
}
