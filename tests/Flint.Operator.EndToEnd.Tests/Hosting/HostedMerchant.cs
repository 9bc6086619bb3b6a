using System.Net.Http.Headers;
using System.Text;
using System.Text.Json.Nodes;
using Microsoft.Playwright;

namespace Flint.Operator.EndToEnd.Tests.Hosting;

/// <summary>The merchant's side of the hosted pages, over the API: brings about what a buyer is to be shown.</summary>
internal sealed class HostedMerchant : IDisposable
{
    public const string Plain =
        """{"name":"Stall deposit","description":"Holds your place at the spring market.","max_completions":6,"line_items":[{"name":"Stall deposit","unit_price_money":{"amount":4500,"currency":"USD"}}]}""";

    public const string Donation =
        """
        {"name":"Help us keep the trails open","description":"Every gift goes to tools and volunteers.","payment_link_type":"donation","donation_min_amount_money":{"amount":300,"currency":"USD"},
         "donation_max_amount_money":{"amount":50000,"currency":"USD"},"donation_suggested_amount_money_options":[{"amount":1000,"currency":"USD"},{"amount":2000,"currency":"USD"},{"amount":5000,"currency":"USD"}]}
        """;

    public const string Event =
        """
        {"name":"Spring criterium","description":"Forty minutes around the square.","payment_link_type":"event",
         "event_config":{"event_at":"2027-04-17T15:30:00Z","timezone":"America/Denver","venue":"Mill Square, Boulder","max_total_quantity":8},
         "line_items":[{"key":"start","name":"Start number","unit_price_money":{"amount":3500,"currency":"USD"},"allow_quantity_adjustment":true,"min_quantity":1,"max_quantity":4}]}
        """;

    public const string Everything =
        """
        {"name":"Spring ride registration","description":"Rain or shine, with lunch at the mill.","line_items":[
         {"key":"entry","name":"Rider entry","unit_price_money":{"amount":3500,"currency":"USD"},"quantity":2,"allow_quantity_adjustment":true,"min_quantity":1,"max_quantity":6},
         {"key":"shirt","name":"Ride shirt","description":"Organic cotton","unit_price_money":{"amount":2550,"currency":"USD"}},
         {"key":"gift","name":"For the youth team","allow_unit_price_adjustment":true,"min_unit_price_money":{"amount":100,"currency":"USD"},
          "suggested_unit_price_money_options":[{"amount":500,"currency":"USD"},{"amount":1000,"currency":"USD"}]}],
         "custom_fields":[{"custom_field_type":"text","key":"name","label":"Name on the number","required":true,"placeholder":"Ada","max_length":20,"position":1},
         {"custom_field_type":"dropdown","key":"size","label":"Shirt size","options":["S","M","L","XL"],"required":true,"position":2},
         {"custom_field_type":"textarea","key":"diet","label":"Anything we should know about food?","position":3},
         {"custom_field_type":"checkbox","key":"rules","label":"I have read the rules of the ride","required":true,"position":4}],
         "legal":{"terms_of_service_url":"https://club.example/terms","refund_policy_url":"https://club.example/refunds"}}
        """;

    public const string EverythingAsked =
        """
        {"tip":{"enabled":true,"is_custom_tip_enabled":true},"expiration":{"expires_in_seconds":1800},"theme":{"title":"Your order"},
         "customer_collection":{"require_email":true,"require_phone":true,"require_billing_address":true},"custom_text":{"order_summary_message":"Please show the receipt at the counter."},
         "payments":{"enabled_payment_options":["card","ach_debit"]},"redirects":{"cancel_redirect_url":"https://club.example/shop"},
         "legal":{"require_terms_of_service":true,"terms_of_service_url":"https://club.example/terms"}}
        """;

    private readonly HttpClient _http;

    public HostedMerchant(SandboxProgram sandbox)
    {
        _http = new HttpClient { BaseAddress = sandbox.Address };
        _http.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", sandbox.ApiKey);
    }

    public async Task<string> LinkAsync(string body) => Text(await SendAsync("POST", "/v1/payment-links", body), "url");

    public async Task<string> SwitchedOffAsync()
    {
        var link = await SendAsync("POST", "/v1/payment-links", Plain);
        await SendAsync("PATCH", $"/v1/payment-links/{Text(link, "payment_link_id")}", """{"status":"inactive","inactive_message":"Registration opens again in March. See you then!"}""");
        return Text(link, "url");
    }

    /// <summary>Bought by a buyer to its limit of one.</summary>
    public Task<string> SoldOutAsync(IPage buyer) => SoldOutAsync(buyer, Plain.Replace("\"max_completions\":6", "\"max_completions\":1", StringComparison.Ordinal));

    /// <summary>An event with one place, taken by a buyer.</summary>
    public Task<string> SoldOutEventAsync(IPage buyer) => SoldOutAsync(buyer, Event.Replace("\"max_total_quantity\":8", "\"max_total_quantity\":1", StringComparison.Ordinal));

    public async Task<string> OrderAsync() => Text(
        await SendAsync("POST", "/v1/orders",
            """
            {"line_items":[{"name":"Event registration","unit_price_money":{"amount":15000,"currency":"USD"}},{"name":"T-shirt, M","quantity":2,"unit_price_money":{"amount":2550,"currency":"USD"}}],
             "tax":{"enabled":true,"calculation":{"mode":"external","price_mode":"additive","components":[{"flat_money":{"amount":1658,"currency":"USD"},"jurisdiction":{"code":"CO","country":"US","level":"state","name":"Colorado","state":"CO"}}]}}}
            """), "order_id");

    public async Task<string> SessionAsync(string orderId, string settings = "{}")
    {
        var body = JsonNode.Parse(settings)!.AsObject();
        body["order_id"] = orderId;
        return Text((await SendAsync("POST", "/v1/checkout-sessions", body.ToJsonString()))["checkout_session"]!, "url");
    }

    public Task<string> ReplaceAsync(string orderId, string url) => SessionAsync(orderId, $$"""{"replace_checkout_session_id":"{{IdOf(url)}}"}""");

    public Task CloseAsync(string url) => SendAsync("POST", $"/v1/checkout-sessions/{IdOf(url)}/close", "{}");

    /// <summary>Changes what an order costs, which ends its open session.</summary>
    public Task ChangeAsync(string orderId) => SendAsync("PATCH", $"/v1/orders/{orderId}", """{"requested_tip":{"percent":10}}""");

    /// <summary>Sets the sandbox's clock ahead of the real one.</summary>
    public async Task AdvanceAsync(int seconds)
    {
        using var body = Json($$"""{"offset_seconds":{{seconds}}}""");
        (await _http.PutAsync("/_sandbox/clock", body)).EnsureSuccessStatusCode();
    }

    public void Dispose() => _http.Dispose();

    private async Task<string> SoldOutAsync(IPage buyer, string link)
    {
        var url = await LinkAsync(link);
        await Story.BuyerPage.PayAsync(buyer, await Story.BuyerPage.BuyAsync(buyer, url));
        return url;
    }

    private static string IdOf(string url) => new Uri(url).AbsolutePath.Split('/')[^1];

    private async Task<JsonNode> SendAsync(string method, string path, string body)
    {
        using var request = new HttpRequestMessage(new HttpMethod(method), path) { Content = Json(body) };
        using var answer = await _http.SendAsync(request);
        var text = await answer.Content.ReadAsStringAsync();
        return answer.IsSuccessStatusCode ? JsonNode.Parse(text)!["data"]! : throw new InvalidOperationException(text);
    }

    private static StringContent Json(string body) => new(body, Encoding.UTF8, "application/json");

    private static string Text(JsonNode node, string name) => node[name]!.GetValue<string>();
}
