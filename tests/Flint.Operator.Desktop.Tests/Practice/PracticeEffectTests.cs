using System.Net;
using System.Net.Http.Json;
using System.Text.Json.Nodes;
using Flint.Operator.Core.Practice;
using Flint.Operator.Desktop.Practice;
using Flint.Operator.Desktop.Tests.Hosting;

namespace Flint.Operator.Desktop.Tests.Practice;

/// <summary>What each condition of practice does to a client.</summary>
public sealed class PracticeEffectTests : IAsyncLifetime
{
    private readonly TemporaryFolder _folder = new();
    private PracticeSandbox _practice = null!;
    private HttpClient _http = null!;

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        _practice = await PracticeSandbox.StartAsync(_folder.Data, port: null, TimeProvider.System, Ct);
        _http = new HttpClient { BaseAddress = _practice.Connection.BaseAddress };
        _http.DefaultRequestHeaders.Add("X-API-Key", _practice.Connection.ApiKey);
    }

    public async ValueTask DisposeAsync()
    {
        _http.Dispose();
        await _practice.DisposeAsync();
        _folder.Dispose();
    }

    [Fact]
    public async Task SlowNetwork_AnswersAfterThreeSeconds_AndTheBuyersPageAtOnce()
    {
        await UseAsync(PracticeCondition.SlowNetwork);
        var start = TimeProvider.System.GetTimestamp();
        using var answer = await _http.GetAsync("/v1/orders", Ct);

        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        Assert.True(TimeProvider.System.GetElapsedTime(start) >= TimeSpan.FromSeconds(2.9));
        await ExpectBuyersPageAsync();
        Assert.Equal("""{"GET /v1/orders":1}""", (await StrikesAsync()).ToJsonString());
    }

    [Fact]
    public async Task SignInPage_AnswersWithAPageThatIsNotTheApis_AndTheBuyerHasAnotherNetwork()
    {
        await UseAsync(PracticeCondition.SignInPage);
        using var answer = await _http.PostAsJsonAsync("/v1/payment-links", Link(), Ct);

        Assert.Equal((HttpStatusCode.OK, "text/html"), (answer.StatusCode, answer.Content.Headers.ContentType?.MediaType));
        Assert.False(answer.Headers.Contains("X-Request-ID"));
        await ExpectBuyersPageAsync();

        await UseAsync(PracticeCondition.Fine);
        Assert.Empty(await LinksAsync());
    }

    [Fact]
    public async Task ListsLag_ALinkIsMissingFromTheList_AndThereWhenItIsReadByItself()
    {
        await UseAsync(PracticeCondition.ListsLag);
        var link = await CreateLinkAsync();

        Assert.Empty(await LinksAsync());
        Assert.Equal("Dues", (await ReadAsync($"/v1/payment-links/{link}"))["data"]!["name"]!.GetValue<string>());

        await UseAsync(PracticeCondition.Fine);
        Assert.Equal(link, Assert.Single(await LinksAsync())!["payment_link_id"]!.GetValue<string>());
    }

    [Fact]
    public async Task WrongClock_EveryAnswerIsAnHourBehind()
    {
        await UseAsync(PracticeCondition.WrongClock);
        using var answer = await _http.GetAsync("/v1/orders", Ct);

        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        Assert.InRange((TimeProvider.System.GetUtcNow() - answer.Headers.Date!.Value).TotalMinutes, 59, 62);
    }

    [Fact]
    public async Task BadDay_TroublesReadsListsAndWritesAlike()
    {
        const int Each = 250;
        await UseAsync(PracticeCondition.BadDay);
        await Parallel.ForAsync(0, Each * 3, new ParallelOptions { MaxDegreeOfParallelism = 16, CancellationToken = Ct }, async (number, ct) =>
        {
            try
            {
                using var answer = await ((number % 3) switch
                {
                    0 => _http.GetAsync("/v1/orders", ct),
                    1 => _http.GetAsync("/v1/orders/ord_1", ct),
                    _ => _http.PostAsJsonAsync("/v1/orders", new JsonObject(), ct),
                });
            }
            catch (HttpRequestException)
            {
                // Some of the ways leave no answer.
            }
        });

        // Five standard deviations of chance, and the client's own second tries.
        var strikes = await StrikesAsync();
        Assert.All(
            ["GET /v1/orders", "GET /v1/orders/{id}", "POST /v1/orders"],
            (string route) => Assert.InRange(strikes[route]!.GetValue<int>() / (double)Each, 0.08, 0.36));
    }

    private async Task UseAsync(PracticeCondition condition) => Assert.True(await _practice.Room.UseAsync(condition, Ct));

    private async Task ExpectBuyersPageAsync()
    {
        using var page = await _http.GetAsync("/pay/pl_none", Ct);
        Assert.Equal(HttpStatusCode.NotFound, page.StatusCode);
    }

    private async Task<JsonNode> StrikesAsync() => (await ReadAsync("/_sandbox/faults"))["strikes"]!;

    private async Task<JsonArray> LinksAsync() => (await ReadAsync("/v1/payment-links"))["data"]!.AsArray();

    private async Task<string> CreateLinkAsync()
    {
        using var answer = await _http.PostAsJsonAsync("/v1/payment-links", Link(), Ct);
        return (await answer.Content.ReadFromJsonAsync<JsonNode>(Ct))!["data"]!["payment_link_id"]!.GetValue<string>();
    }

    private async Task<JsonNode> ReadAsync(string path) => JsonNode.Parse(await _http.GetStringAsync(path, Ct))!;

    private static JsonNode Link() => JsonNode.Parse("""{"name":"Dues","line_items":[{"name":"Dues","unit_price_money":{"amount":500,"currency":"USD"}}]}""")!;
}
