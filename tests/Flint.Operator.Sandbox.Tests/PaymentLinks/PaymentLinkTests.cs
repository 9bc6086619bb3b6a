using System.Net;
using System.Text.Json.Nodes;

namespace Flint.Operator.Sandbox.Tests.PaymentLinks;

public sealed class PaymentLinkTests
{
    [Fact]
    public async Task Create_EveryOptionalPart_IsEchoed()
    {
        await using var host = await SandboxHost.StartAsync();
        var body = Full();
        var created = await host.PostAsync("/v1/payment-links", body);

        Assert.Equal(HttpStatusCode.Created, created.Status);
        foreach (var name in (string[])["description", "tip", "theme", "legal", "redirects", "custom_text", "payments", "expiration",
            "promotion_config", "customer_collection", "metadata", "max_completions", "inactive_message", "external_reference_id"])
        {
            Assert.True(JsonNode.DeepEquals(body[name], created.Data[name]), name);
        }

        Assert.Equal("active", created.Data["status"]!.GetValue<string>());
        Assert.Equal(1, created.Data["version"]!.GetValue<long>());
        Assert.Equal(0, created.Data["completed_count"]!.GetValue<int>());
        Assert.EndsWith($"/pay/{created.Data["payment_link_id"]}", created.Data["url"]!.GetValue<string>(), StringComparison.Ordinal);
        var read = await host.GetAsync($"/v1/payment-links/{created.Data["payment_link_id"]}");
        Assert.True(JsonNode.DeepEquals(created.Data, read.Data));
    }

    [Theory]
    [InlineData("""{"name":"A"}""", "MISSING_LINE_ITEMS")]
    [InlineData("""{"line_items":[{"name":"A","unit_price_money":{"amount":1,"currency":"USD"}}]}""", "FIELD_REQUIRED")]
    [InlineData("""{"name":"A","title":"B"}""", "UNKNOWN_FIELD")]
    [InlineData("""{"name":"A","line_items":[{"name":"A","unit_price_money":{"amount":1,"currency":"USD"}},{"name":"B","unit_price_money":{"amount":1,"currency":"EUR"}}]}""", "CURRENCY_MISMATCH")]
    [InlineData("""{"name":"A","line_items":[{"variant_id":"var_1","name":"A"}]}""", "VALIDATION_ERROR")]
    [InlineData("""{"name":"A","line_items":[{"name":"A"}]}""", "FIELD_REQUIRED")]
    [InlineData("""{"name":"A","expiration":{"expires_in_seconds":59}}""", "INVALID_EXPIRATION")]
    [InlineData("""{"name":"A","tip":{"tip_percentages":[10,15]}}""", "VALIDATION_ERROR")]
    [InlineData("""{"name":"A","redirects":{"success_redirect_url":"http://example.com/"}}""", "VALIDATION_ERROR")]
    [InlineData("""{"name":"A","payment_link_type":"donation","line_items":[{"name":"A","unit_price_money":{"amount":1,"currency":"USD"}}]}""", "VALIDATION_ERROR")]
    public async Task Create_Unsound_IsRefused(string body, string code)
    {
        await using var host = await SandboxHost.StartAsync();
        Assert.Equal(code, (await host.PostAsync("/v1/payment-links", JsonNode.Parse(body)!)).Code);
    }

    [Fact]
    public async Task Update_CurrentVersion_ChangesAndCountsUp()
    {
        await using var host = await SandboxHost.StartAsync();
        var link = await host.LinkAsync(Full());
        host.Time.Advance(TimeSpan.FromMinutes(1));
        var patched = await host.PatchAsync($"/v1/payment-links/{link}", JsonNode.Parse(
            """{"name":"New","status":"inactive","expected_version":1,"metadata":{"a":null,"c":"3"},"image":null}""")!);

        Assert.Equal(("New", "inactive"), (patched.Data["name"]!.GetValue<string>(), patched.Data["status"]!.GetValue<string>()));
        Assert.Equal(2, patched.Data["version"]!.GetValue<long>());
        Assert.Equal("""{"b":"2","c":"3"}""", patched.Data["metadata"]!.ToJsonString());
        Assert.Null(patched.Data["image"]);
        Assert.Equal("2026-09-14T10:01:00.000Z", patched.Data["updated_at"]!.GetValue<string>());
    }

    [Fact]
    public async Task Update_StaleVersion_IsRefusedWithTheCurrentOne()
    {
        await using var host = await SandboxHost.StartAsync();
        var link = await host.LinkAsync();
        await host.PatchAsync($"/v1/payment-links/{link}", new JsonObject { ["name"] = "B" });
        var stale = await host.PatchAsync($"/v1/payment-links/{link}", new JsonObject { ["name"] = "C", ["expected_version"] = 1 });

        Assert.Equal((HttpStatusCode.Conflict, "PAYMENT_LINK_CHANGED"), (stale.Status, stale.Code));
        Assert.Equal(2, stale.Error["current_version"]!.GetValue<int>());
        Assert.Equal("B", (await host.GetAsync($"/v1/payment-links/{link}")).Data["name"]!.GetValue<string>());
    }

    [Fact]
    public async Task Update_Lines_KeepsNamedIdsAndNeedsTheVersion()
    {
        await using var host = await SandboxHost.StartAsync();
        var link = await host.LinkAsync();
        var line = (await host.GetAsync($"/v1/payment-links/{link}")).Data["line_items"]![0]!["payment_link_line_item_id"]!.GetValue<string>();
        var kept = Given.Line("Kept", 900);
        kept["payment_link_line_item_id"] = line;
        var body = new JsonObject { ["line_items"] = new JsonArray(kept, Given.Line("Added", 100)) };

        Assert.Equal("EXPECTED_VERSION_REQUIRED", (await host.PatchAsync($"/v1/payment-links/{link}", body)).Code);
        body["expected_version"] = 1;
        var lines = (await host.PatchAsync($"/v1/payment-links/{link}", body)).Data["line_items"]!.AsArray();
        Assert.Equal(line, lines[0]!["payment_link_line_item_id"]!.GetValue<string>());
        Assert.Equal("Added", lines[1]!["name"]!.GetValue<string>());
        body["expected_version"] = 2;
        body["line_items"]![0]!["payment_link_line_item_id"] = "plli_unknown";
        Assert.Equal("UNKNOWN_PAYMENT_LINK_LINE_ITEM_ID", (await host.PatchAsync($"/v1/payment-links/{link}", body)).Code);
    }

    [Fact]
    public async Task List_ByStatusTypeAndReference_FindsTheLink()
    {
        await using var host = await SandboxHost.StartAsync();
        await host.LinkAsync();
        var full = await host.LinkAsync(Full());
        Assert.Equal(full, Assert.Single((await host.GetAsync("/v1/payment-links?external_reference_id=dev7-link-1")).List)!["payment_link_id"]!.GetValue<string>());
        Assert.Equal(2, (await host.GetAsync("/v1/payment-links?status=active&payment_link_type=standard&has_plan=false")).List.Count);
        Assert.Empty((await host.GetAsync("/v1/payment-links?has_plan=true")).List);
        Assert.Single((await host.GetAsync("/v1/payment-links?query=STALL&sort_by=updated_at&sort_direction=asc")).List);
    }

    internal static JsonObject Full() => JsonNode.Parse(
        """
        {"name":"Membership","description":"One season","external_reference_id":"dev7-link-1","max_completions":40,
         "inactive_message":"Back in spring","metadata":{"a":"1","b":"2"},
         "line_items":[{"key":"dues","name":"Dues","quantity":1,"unit_price_money":{"amount":2500,"currency":"USD"},
           "allow_quantity_adjustment":true,"min_quantity":1,"max_quantity":4}],
         "custom_fields":[{"custom_field_type":"dropdown","key":"day","label":"Which day?","options":["Sat","Sun"],"required":true},
           {"custom_field_type":"text","key":"name","label":"Rider","max_length":10}],
         "tip":{"enabled":true,"tip_percentages":[10,15,20]},"theme":{"title":"Join us"},"tax":{"enabled":false},
         "legal":{"terms_of_service_url":"https://club.example/terms"},"redirects":{"success_redirect_url":"http://127.0.0.1:9/done"},
         "custom_text":{"order_summary_message":"Thank you"},"payments":{"enabled_payment_options":["card"]},
         "expiration":{"expires_in_seconds":600},"promotion_config":{"codes_enabled":null},
         "customer_collection":{"require_email":false},"image":{"source_url":"https://club.example/a.png"}}
        """)!.AsObject();
}
