using System.Net;
using System.Reflection;
using System.Text.Json.Nodes;
using CsCheck;
using Flint.Operator.Api.Account;
using Flint.Operator.Core.Sync;
using Flint.Operator.Core.Sync.Operations;
using Flint.Operator.Core.Sync.Pull;
using Refit;

namespace Flint.Operator.Api.Tests.Contract;

// Every request the app can send, taken at the socket and held against the published description.
public sealed class SentRequestTests
{
    public static TheoryData<string> Intents => [.. typeof(OperationIntent).GetNestedTypes().Select(type => type.Name)];

    public static TheoryData<string, string> Routes
    {
        get
        {
            var rows = new TheoryData<string, string>();
            foreach (var (method, path) in RoutesOfInterfaces())
            {
                rows.Add(method, path);
            }

            return rows;
        }
    }

    [Theory]
    [MemberData(nameof(Routes))]
    public void Route_OfAnyInterface_IsAnOperationAndCarriesAKeyWhereOneIsTaken(string method, string path)
    {
        var operation = ContractDocument.Operation(method, path);
        var takesKey = ContractDocument.Parameters(Assert.IsType<JsonObject>(operation), "header").Any(parameter => parameter["name"]!.GetValue<string>() == "Idempotency-Key");
        var sendsKey = Declared(method, path).GetParameters().Any(parameter => parameter.GetCustomAttribute<HeaderAttribute>()?.Header == "Idempotency-Key");

        Assert.Equal(takesKey, sendsKey);
    }

    [Theory]
    [MemberData(nameof(Intents))]
    public async Task Send_AnyIntent_FitsItsOperation(string name)
    {
        var (type, intents) = RandomIntents.All.Single(entry => entry.Key.Name == name);
        using var rig = new ApiRig();
        await intents.SampleAsync(
            async random =>
            {
                Assert.IsType(type, random.Intent);
                var operation = Given.Operation(random.Intent);
                rig.Transport.Answer(HttpStatusCode.ServiceUnavailable, Answers.Error("SERVICE_UNAVAILABLE"));
                await rig.Operations.SendAsync(operation.Intent.Kind, rig.Operations.Encode(operation, random.Targets), operation.Key, operation.Key, CancellationToken.None);

                Assert.Equal("", string.Join('\n', await RequestContract.CheckAsync(rig.Transport.Sent[^1])));
            },
            iter: 200,
            threads: 1);
    }

    [Fact]
    public async Task Read_AnyWay_FitsItsOperationAndLeavesNoReadOut()
    {
        using var rig = new ApiRig();
        foreach (var kind in Enum.GetValues<RecordKind>())
        {
            await AskAsync(rig, () => rig.Operations.FindAsync(kind, Given.Reference, CancellationToken.None));
            await AskAsync(rig, () => rig.Operations.ListAsync(new PullQuery(kind, null, null), CancellationToken.None));
            await AskAsync(rig, () => rig.Operations.ListAsync(new PullQuery(kind, Given.Now, "next"), CancellationToken.None));
            await AskAsync(rig, () => rig.Operations.ReadAsync(kind, "id_1", CancellationToken.None));
        }

        await AskAsync(rig, () => rig.Operations.FindOpenSessionsAsync("ord_1", CancellationToken.None));
        await AskAsync(rig, () => rig.Account.WhoAmIAsync(CancellationToken.None));
        await AskAsync(rig, () => rig.Service<IAccountApi>().GetMerchantAsync(CancellationToken.None));

        var asked = rig.Transport.Sent.Select(request => Id(request.Method, request.Address.AbsolutePath)).ToHashSet(StringComparer.Ordinal);
        Assert.Empty(RoutesOfInterfaces().Where(route => route.Method == "GET").Select(route => Id(route.Method, route.Path)).Except(asked, StringComparer.Ordinal));
    }

    [Fact]
    public async Task Find_ManyPages_EveryPageFitsItsOperation()
    {
        using var rig = new ApiRig();
        rig.Transport
            .Answer(HttpStatusCode.OK, """{"data":[],"next_page_token":"a+b/c=&d"}""")
            .Answer(HttpStatusCode.OK, """{"data":[]}""");
        await rig.Operations.FindAsync(RecordKind.Order, Given.Reference, CancellationToken.None);

        Assert.Equal(2, rig.Transport.Sent.Count);
        foreach (var request in rig.Transport.Sent)
        {
            Assert.Empty(await RequestContract.CheckAsync(request));
        }
    }

    private static async Task AskAsync<T>(ApiRig rig, Func<Task<T>> ask)
    {
        rig.Transport.Answer(HttpStatusCode.ServiceUnavailable, Answers.Error("SERVICE_UNAVAILABLE"));
        await ask();
        Assert.Equal("", string.Join('\n', await RequestContract.CheckAsync(rig.Transport.Sent[^1])));
    }

    private static string Id(string method, string path) => ContractDocument.Operation(method, path)!["operationId"]!.GetValue<string>();

    private static MethodInfo Declared(string method, string path) => Declarations().Single(call => Route(call) == (method, path));

    private static IEnumerable<(string Method, string Path)> RoutesOfInterfaces() => Declarations().Select(Route);

    private static (string Method, string Path) Route(MethodInfo call) =>
        call.GetCustomAttribute<HttpMethodAttribute>() is { } route ? (route.Method.Method, route.Path) : throw new InvalidOperationException(call.Name);

    private static IEnumerable<MethodInfo> Declarations() =>
        typeof(ApiServices).Assembly.GetTypes().Where(type => type.IsInterface).SelectMany(type => type.GetMethods())
            .Where(method => method.GetCustomAttribute<HttpMethodAttribute>() is not null);
}
