using System.Net;
using System.Reflection;
using Flint.Operator.Api.Sync;
using Flint.Operator.Api.Tests.Sync;
using Flint.Operator.Core.Sync;
using Flint.Operator.Core.Sync.Operations;
using Flint.Operator.Core.Sync.Pull;
using Refit;

namespace Flint.Operator.Api.Tests.Contract;

// Everything the app can send, as it leaves: a request the document does not know would be refused by the API.
public sealed class SentRequestTests : IDisposable
{
    private readonly ApiRig _rig = new();

    public static TheoryData<string> Intents => [.. WireIntents.All.Keys];

    public static TheoryData<string> Reads => [.. Questions.Keys];

    public static TheoryData<string, string> Declared =>
    [
        .. from type in typeof(OperationGateway).Assembly.GetTypes()
           where type.IsInterface
           from method in type.GetMethods()
           from route in method.GetCustomAttributes<HttpMethodAttribute>()
           select new TheoryDataRow<string, string>(route.Method.Method, route.Path),
    ];

    private static IReadOnlyDictionary<string, Func<ApiRig, CancellationToken, Task>> Questions { get; } = new Dictionary<string, Func<ApiRig, CancellationToken, Task>>(Enum.GetValues<RecordKind>().SelectMany(QuestionsOf), StringComparer.Ordinal)
    {
        ["who am I"] = (rig, token) => rig.Account.WhoAmIAsync(token),
        ["open sessions"] = (rig, token) => rig.Operations.FindOpenSessionsAsync("ord_1", token),
    };

    public void Dispose() => _rig.Dispose();

    [Theory]
    [MemberData(nameof(Intents))]
    public async Task Send_AnyIntent_IsARequestOfTheDocument(string name)
    {
        _rig.Transport.Answer(HttpStatusCode.OK, Answers.Data("{}"));

        await _rig.Operations.SendAsync(WireIntents.All[name].Kind, WireIntents.Encode(name), "order-1", "req-1", TestContext.Current.CancellationToken);

        Assert.Empty(await RequestContract.CheckAsync(Assert.Single(_rig.Transport.Sent)));
    }

    [Theory]
    [MemberData(nameof(Reads))]
    public async Task Ask_Anything_IsARequestOfTheDocument(string name)
    {
        _rig.Transport.Answer(HttpStatusCode.OK, Answers.Data("[]"));

        await Questions[name](_rig, TestContext.Current.CancellationToken);

        Assert.Empty(await RequestContract.CheckAsync(Assert.Single(_rig.Transport.Sent)));
    }

    [Fact]
    public void Intents_OfThisList_AreAllThereAre() => Assert.Equal(
        typeof(OperationIntent).GetNestedTypes().Select(type => type.Name).Order(StringComparer.Ordinal),
        WireIntents.All.Values.Select(intent => intent.GetType().Name).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal));

    [Theory]
    [MemberData(nameof(Declared))]
    public void Route_OfAnyInterface_IsOneOfTheDocument(string method, string path) =>
        Assert.NotNull(PublishedApi.Find(method, path.Replace("{id}", "1", StringComparison.Ordinal)));

    // The check itself must be able to fail, or the tests above prove nothing.
    [Theory]
    [InlineData("GET", "/v1/orders?page_size=101", "")]
    [InlineData("GET", "/v1/orders?colour=red", "")]
    [InlineData("GET", "/v1/orders?status=lost", "")]
    [InlineData("GET", "/v1/orders?updated_after=2026-09-14", "")]
    [InlineData("GET", "/v1/items", "")]
    [InlineData("GET", "/v1/orders/ord_1", "{}")]
    [InlineData("POST", "/v1/orders", """{"line_items":[]}""")]
    [InlineData("PATCH", "/v1/orders/ord_1/close", "{}")]
    public async Task Check_RequestTheApiRefuses_FindsIt(string method, string path, string body)
    {
        var headers = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase) { ["Content-Type"] = "application/json", ["Idempotency-Key"] = "k" };
        Assert.NotEmpty(await RequestContract.CheckAsync(new SentRequest(method, new Uri("https://api.example.test" + path), headers, System.Text.Encoding.UTF8.GetBytes(body))));
    }

    private static IEnumerable<KeyValuePair<string, Func<ApiRig, CancellationToken, Task>>> QuestionsOf(RecordKind kind)
    {
        yield return new($"{kind} by reference", (rig, token) => rig.Operations.FindAsync(kind, Given.Reference, token));
        yield return new($"{kind} by id", (rig, token) => rig.Operations.ReadAsync(kind, "id/1", token));
        yield return new($"{kind}, all", (rig, token) => rig.Operations.ListAsync(new PullQuery(kind, null, null), token));
        yield return new($"{kind}, changed, next page", (rig, token) => rig.Operations.ListAsync(new PullQuery(kind, Given.Now.AddMilliseconds(250), "a+b/c="), token));
    }
}
