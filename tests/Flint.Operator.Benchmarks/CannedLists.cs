using System.Globalization;
using System.Net;
using System.Text;

namespace Flint.Operator.Benchmarks;

/// <summary>Answers the lists of the API from memory: links in pages of a hundred, no orders, no sessions.</summary>
internal sealed class CannedLists(int records) : HttpMessageHandler
{
    private const int PageSize = 100;
    public const string Who = """{"data":{"merchant_id":"mer_1","environment":"sandbox","auth_type":"api_key","scopes":[],"sandbox_id":"test_1"},"request_id":"r"}""";

    private static readonly DateTimeOffset Start = new(2026, 9, 14, 8, 0, 0, TimeSpan.Zero);

    public static string IdOf(int index) => string.Create(CultureInfo.InvariantCulture, $"pl_{index:D26}");

    protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        var uri = request.RequestUri!;
        var body = uri.AbsolutePath switch
        {
            "/v1/developer/auth-context" => Who,
            "/v1/payment-links" => Page(uri.Query),
            _ => """{"data":[]}""",
        };
        var answer = new HttpResponseMessage(HttpStatusCode.OK) { RequestMessage = request, Content = new StringContent(body, Encoding.UTF8, "application/json") };
        answer.Headers.Date = Start.AddDays(40);
        return Task.FromResult(answer);
    }

    private string Page(string query)
    {
        const string Token = "page_token=";
        var at = query.IndexOf(Token, StringComparison.Ordinal);
        var first = at < 0 ? 0 : int.Parse(query.AsSpan(at + Token.Length).ToString().Split('&')[0], CultureInfo.InvariantCulture);
        var rows = string.Join(',', Enumerable.Range(first, Math.Min(PageSize, records - first)).Select(Row));
        return first + PageSize < records
            ? string.Create(CultureInfo.InvariantCulture, $$"""{"data":[{{rows}}],"next_page_token":"{{first + PageSize}}","request_id":"r"}""")
            : $$"""{"data":[{{rows}}],"request_id":"r"}""";
    }

    private static string Row(int index)
    {
        var at = Start.AddSeconds(-index).ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture);
        return string.Create(CultureInfo.InvariantCulture, $$$"""
            {"payment_link_id":"{{{IdOf(index)}}}","name":"Collect membership dues {{{index}}}","status":"active","payment_link_type":"standard","version":3,
             "url":"https://checkout.withflintpay.com/pay/{{{IdOf(index)}}}","completed_count":2,"external_reference_id":"till-{{{index}}}","created_at":"{{{at}}}","updated_at":"{{{at}}}",
             "line_items":[{"payment_link_line_item_id":"plli_{{{index}}}","name":"Collect membership dues","quantity":1,"unit_price_money":{"amount":15000,"currency":"USD"}}],
             "metadata":{"operator":"Maya","device":"Counter 1"} }
            """);
    }
}
