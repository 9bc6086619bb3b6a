using System.Globalization;
using System.Net;
using System.Text;
using System.Text.Json;

namespace Flint.Operator.Benchmarks;

/// <summary>An API that takes every link and answers after the way there and back; it costs this machine nothing meanwhile.</summary>
internal sealed class DistantApi : HttpMessageHandler
{
    private static readonly TimeSpan ThereAndBack = TimeSpan.FromMilliseconds(40);

    private int _made;

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        await Task.Delay(ThereAndBack, TimeProvider.System, cancellationToken);
        var body = (request.Method.Method, request.RequestUri!.AbsolutePath) switch
        {
            ("GET", "/v1/developer/auth-context") => CannedLists.Who,
            ("POST", _) => Link(await JsonDocument.ParseAsync(await request.Content!.ReadAsStreamAsync(cancellationToken), default, cancellationToken)),
            _ => """{"data":[]}""",
        };
        return new HttpResponseMessage(request.Method == HttpMethod.Post ? HttpStatusCode.Created : HttpStatusCode.OK)
        {
            RequestMessage = request, Content = new StringContent(body, Encoding.UTF8, "application/json"),
        };
    }

    private string Link(JsonDocument asked)
    {
        using (asked)
        {
            var id = Interlocked.Increment(ref _made);
            var (name, reference) = (asked.RootElement.GetProperty("name").GetString(), asked.RootElement.GetProperty("external_reference_id").GetString());
            return string.Create(CultureInfo.InvariantCulture, $$$"""
                {"data":{"payment_link_id":"pl_{{{id}}}","name":"{{{name}}}","status":"active","version":1,"completed_count":0,
                 "url":"https://checkout.withflintpay.com/pay/pl_{{{id}}}","external_reference_id":"{{{reference}}}"},"request_id":"r"}
                """);
        }
    }
}
