using System.Net;

namespace Flint.Operator.Sandbox.Tests.Contract;

/// <summary>Every query parameter of every operation, right and wrong in every way its schema knows. Nothing here is listed by hand.</summary>
public sealed class QueryContractTests
{
    /// <summary>A call that declares no 400 has nothing to refuse a query with.</summary>
    public static TheoryData<string> Refusing => Those(operation => operation.Statuses.Contains(400));

    public static TheoryData<string> Asking => Those(operation => operation.Query.Any());

    public static TheoryData<string> Paged => Those(operation => operation.Query.Any(parameter => parameter["name"]!.GetValue<string>() is "page_token"));

    [Theory]
    [MemberData(nameof(Refusing))]
    public async Task Query_WithAParameterOfAnotherCall_IsRefusedByName(string id)
    {
        await using var host = await SandboxHost.StartAsync();
        var operation = ContractDocument.Operation(id);
        var world = new ContractWorld(host);
        var path = await world.PathAsync(operation);
        var own = Names(operation).ToHashSet(StringComparer.Ordinal);
        var missed = new List<string>();
        foreach (var stray in ContractDocument.Operations.SelectMany(Names).Append("no_such_parameter").Distinct(StringComparer.Ordinal).Where(name => !own.Contains(name)))
        {
            var answer = await world.SendAsync(operation, $"{path}?{stray}=1");
            if (answer.Status != HttpStatusCode.BadRequest || answer.Code != "UNSUPPORTED_QUERY_PARAM" || answer.Param != stray)
                missed.Add($"{stray}: {(int)answer.Status} {answer.Body.ToJsonString()}");
        }

        Assert.True(missed.Count == 0, $"{missed.Count} of {operation}:\n{string.Join('\n', missed)}");
    }

    [Theory]
    [MemberData(nameof(Asking))]
    public async Task Query_BrokenAnywhere_IsRefusedByNameWithTheRightCode(string id)
    {
        await using var host = await SandboxHost.StartAsync();
        var operation = ContractDocument.Operation(id);
        var path = await new ContractWorld(host).PathAsync(operation);
        var missed = new List<string>();
        foreach (var fault in operation.Query.SelectMany(QueryFault.Of))
        {
            var answer = await host.GetAsync($"{path}?{fault.Query}");
            if (answer.Status != HttpStatusCode.BadRequest || answer.Param != fault.Name || !fault.Codes.Contains(answer.Code, StringComparer.Ordinal))
                missed.Add($"{fault.What}, {fault.Query}: {(int)answer.Status} {answer.Body.ToJsonString()}");
        }

        Assert.True(missed.Count == 0, $"{missed.Count} of {operation}:\n{string.Join('\n', missed)}");
    }

    [Theory]
    [MemberData(nameof(Asking))]
    public async Task Query_WithAnythingOfTheContract_IsTaken(string id)
    {
        await using var host = await SandboxHost.StartAsync();
        var operation = ContractDocument.Operation(id);
        var world = new ContractWorld(host);
        var path = await world.ListedAsync(operation);
        var refused = new List<string>();
        foreach (var parameter in operation.Query.Where(parameter => parameter["name"]!.GetValue<string>() is not "page_token"))
        {
            var name = parameter["name"]!.GetValue<string>();
            foreach (var value in QueryValue.Of(parameter["schema"]!.AsObject()))
            {
                // An amount needs its currency beside it (contract 3), which no schema of a parameter can say.
                var beside = name.EndsWith("_amount", StringComparison.Ordinal) ? "&currency=USD" : "";
                var answer = await host.GetAsync($"{path}?{QueryFault.Pair(name, value)}{beside}");
                if (answer.Status != HttpStatusCode.OK)
                    refused.Add($"{name}={value}: {(int)answer.Status} {answer.Body.ToJsonString()}");
            }
        }

        Assert.True(refused.Count == 0, $"{refused.Count} of {operation}:\n{string.Join('\n', refused)}");
    }

    [Theory]
    [MemberData(nameof(Paged))]
    public async Task PageToken_OfItsList_GoesOn_AndAnyOtherIsRefused(string id)
    {
        await using var host = await SandboxHost.StartAsync();
        var operation = ContractDocument.Operation(id);
        var path = await new ContractWorld(host).ListedAsync(operation);
        var first = await host.GetAsync($"{path}?page_size=1");
        var token = QueryFault.Pair("page_token", first.NextPageToken!);

        var second = await host.GetAsync($"{path}?page_size=1&{token}");
        var other = await host.GetAsync($"{path}?page_size=1&query=x&{token}");
        var madeUp = await host.GetAsync($"{path}?page_token=made-up");

        Assert.NotEqual(Assert.Single(first.List)!.ToJsonString(), Assert.Single(second.List)!.ToJsonString());
        Assert.All([other, madeUp], answer => Assert.Equal((HttpStatusCode.BadRequest, "INVALID_PAGE_TOKEN", "page_token"), (answer.Status, answer.Code, answer.Param)));
    }

    private static TheoryData<string> Those(Func<ContractOperation, bool> which) => [.. ContractDocument.Operations.Where(which).Select(operation => operation.Id)];

    private static IEnumerable<string> Names(ContractOperation operation) => operation.Query.Select(parameter => parameter["name"]!.GetValue<string>());
}
