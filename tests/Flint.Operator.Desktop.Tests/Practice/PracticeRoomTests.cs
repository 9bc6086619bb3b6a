using System.Net;
using System.Net.Sockets;
using System.Text;
using Flint.Operator.Core.Practice;
using Flint.Operator.Desktop.Practice;
using Flint.Operator.Desktop.Tests.Hosting;

namespace Flint.Operator.Desktop.Tests.Practice;

public sealed class PracticeRoomTests : IAsyncLifetime
{
    private readonly TemporaryFolder _folder = new();
    private PracticeSandbox _practice = null!;
    private HttpClient _http = null!;

    public static TheoryData<PracticeCondition> Conditions => [.. Enum.GetValues<PracticeCondition>().Where(condition => condition != PracticeCondition.SetByHand)];

    public async ValueTask InitializeAsync()
    {
        _practice = await StartAsync();
        _http = new HttpClient { BaseAddress = _practice.Connection.BaseAddress };
        _http.DefaultRequestHeaders.Add("X-API-Key", _practice.Connection.ApiKey);
    }

    public async ValueTask DisposeAsync()
    {
        _http.Dispose();
        await _practice.DisposeAsync();
        _folder.Dispose();
    }

    [Theory]
    [MemberData(nameof(Conditions))]
    public async Task Use_EveryCondition_IsInForce(PracticeCondition condition)
    {
        Assert.True(await UseAsync(condition));

        Assert.Equal(condition, _practice.Room.Condition);
    }

    [Fact]
    public async Task Use_NoNetwork_RefusesConnections_UntilAllIsFine()
    {
        Assert.Equal(HttpStatusCode.OK, await GetAsync("/v1/orders"));
        await UseAsync(PracticeCondition.NoNetwork);
        var refused = await Assert.ThrowsAsync<HttpRequestException>(() => GetAsync("/v1/orders"));
        Assert.Equal(HttpRequestError.ConnectionError, refused.HttpRequestError);

        await UseAsync(PracticeCondition.Fine);
        Assert.Equal((PracticeCondition.Fine, HttpStatusCode.OK), (_practice.Room.Condition, await GetAsync("/v1/orders")));
    }

    [Fact]
    public async Task Use_FineButThePortIsTaken_IsNotInForce_AndIsWhenItIsFreeAgain()
    {
        await UseAsync(PracticeCondition.NoNetwork);
        using (var other = new TcpListener(IPAddress.Loopback, _practice.Connection.BaseAddress.Port))
        {
            other.Start();
            Assert.False(await UseAsync(PracticeCondition.Fine));
            Assert.Equal(PracticeCondition.NoNetwork, _practice.Room.Condition);
        }

        Assert.True(await UseAsync(PracticeCondition.Fine));
        Assert.Equal(HttpStatusCode.OK, await GetAsync("/v1/orders"));
    }

    [Fact]
    public async Task Dispose_WhileUnplugged_Ends()
    {
        await UseAsync(PracticeCondition.NoNetwork);
        await RestartAsync();
        Assert.Equal((PracticeCondition.Fine, HttpStatusCode.OK), (_practice.Room.Condition, await GetAsync("/v1/orders")));
    }

    [Fact]
    public async Task Use_BusyServer_TurnsSomeAway()
    {
        await UseAsync(PracticeCondition.BusyServer);
        var answers = new List<HttpStatusCode>();
        for (var request = 0; request < 100; request++)
            answers.Add(await GetAsync("/v1/orders"));

        Assert.Equal([HttpStatusCode.OK, HttpStatusCode.TooManyRequests, HttpStatusCode.ServiceUnavailable], answers.Distinct().Order());
    }

    [Fact]
    public async Task Condition_PlanSetOverTheApi_IsToldApartFromOurs()
    {
        await UseAsync(PracticeCondition.LostReplies);
        using var plan = new StringContent("""{"rules":[{"kind":"unavailable"}]}""", Encoding.UTF8, "application/json");
        (await _http.PutAsync("/_sandbox/faults", plan, TestContext.Current.CancellationToken)).EnsureSuccessStatusCode();
        Assert.Equal(PracticeCondition.SetByHand, _practice.Room.Condition);

        await UseAsync(PracticeCondition.Fine);
        Assert.Equal((PracticeCondition.Fine, HttpStatusCode.OK), (_practice.Room.Condition, await GetAsync("/v1/orders")));
    }

    [Fact]
    public async Task StartOver_NextStart_ForgetsBothSidesAndKeepsTheKey()
    {
        await CreateLinkAsync();
        var files = new[] { "operator.db", "operator.db-wal", "operator.db.backup-20261124T120000Z" }.Select(name => Path.Combine(_folder.Data.Practice, name)).ToArray();
        foreach (var file in files)
            await File.WriteAllTextAsync(file, "records", TestContext.Current.CancellationToken);
        Assert.True(_practice.Room.AskToStartOver(true));
        Assert.True(_practice.Room.StartsOver);
        Assert.Equal(1, await CountLinksAsync());

        var before = _practice.Connection;
        await RestartAsync();

        Assert.Equal((before, 0, false), (_practice.Connection, await CountLinksAsync(), _practice.Room.StartsOver));
        Assert.All(files, file => Assert.False(File.Exists(file), file));
    }

    [Fact]
    public async Task StartOver_TakenBack_KeepsEverything()
    {
        await CreateLinkAsync();
        _practice.Room.AskToStartOver(true);
        _practice.Room.AskToStartOver(false);

        await RestartAsync();

        Assert.Equal(1, await CountLinksAsync());
    }

    private Task<bool> UseAsync(PracticeCondition condition) => _practice.Room.UseAsync(condition, TestContext.Current.CancellationToken);

    private async Task RestartAsync()
    {
        await _practice.DisposeAsync();
        _practice = await StartAsync();
    }

    private Task<PracticeSandbox> StartAsync() =>
        PracticeSandbox.StartAsync(_folder.Data, port: null, TimeProvider.System, TestContext.Current.CancellationToken);

    private async Task<HttpStatusCode> GetAsync(string path)
    {
        using var answer = await _http.GetAsync(path, TestContext.Current.CancellationToken);
        return answer.StatusCode;
    }

    private async Task CreateLinkAsync()
    {
        using var link = new StringContent("""{"name":"Dues","line_items":[{"name":"Dues","unit_price_money":{"amount":500,"currency":"USD"}}]}""", Encoding.UTF8, "application/json");
        (await _http.PostAsync("/v1/payment-links", link, TestContext.Current.CancellationToken)).EnsureSuccessStatusCode();
    }

    private async Task<int> CountLinksAsync() =>
        (await _http.GetStringAsync("/v1/payment-links", TestContext.Current.CancellationToken)).Split("\"payment_link_id\":").Length - 1;
}
