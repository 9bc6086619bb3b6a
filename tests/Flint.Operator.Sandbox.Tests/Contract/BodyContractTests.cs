using System.Net;
using System.Text;
using System.Text.Json.Nodes;

namespace Flint.Operator.Sandbox.Tests.Contract;

/// <summary>Every body of every operation, broken at every place in every way its schema knows. Nothing here is listed by hand.</summary>
public sealed class BodyContractTests
{
    private static readonly string[] ShapeCodes = ["UNKNOWN_FIELD", "INVALID_FIELD_TYPE", "NULL_NOT_ALLOWED", "FIELD_REQUIRED"];

    public static TheoryData<string> Writes => [.. ContractDocument.Operations.Where(operation => operation.Body is not null).Select(operation => operation.Id)];

    public static TheoryData<string, string, string> NoObjects =>
    [
        .. from operation in ContractDocument.Operations
           where operation.Body is not null
           from text in new[] { ("[]", "INVALID_FIELD_TYPE"), ("null", "INVALID_FIELD_TYPE"), ("\"x\"", "INVALID_FIELD_TYPE"), ("7", "INVALID_FIELD_TYPE"), ("", "INVALID_JSON"), ("{", "INVALID_JSON") }
           select new TheoryDataRow<string, string, string>(operation.Id, text.Item1, text.Item2),
    ];

    [Theory]
    [MemberData(nameof(Writes))]
    public async Task Body_BrokenAnywhere_IsRefusedByNameWithTheRightCode(string id)
    {
        await using var host = await SandboxHost.StartAsync();
        var operation = ContractDocument.Operation(id);
        var missed = new List<string>();
        foreach (var fault in BodyFault.Of(operation.Body!))
        {
            var answer = await SendAsync(host, operation, fault.Body);
            if (answer.Status != HttpStatusCode.BadRequest || !IsLedByItsFirstDetail(answer) || !Details(answer).Any(detail => Is(detail, fault)))
                missed.Add($"{fault.What} at {fault.Param}: {(int)answer.Status} {answer.Body.ToJsonString()}");
        }

        Assert.True(missed.Count == 0, $"{missed.Count} of {operation}:\n{string.Join('\n', missed)}");
    }

    [Theory]
    [MemberData(nameof(Writes))]
    public async Task Body_WithAnythingOfTheContract_TakesIt(string id)
    {
        await using var host = await SandboxHost.StartAsync();
        var operation = ContractDocument.Operation(id);
        var refused = new List<string>();
        foreach (var place in SchemaPlace.Of(operation.Body!))
        {
            foreach (var value in SampleValue.All(place))
            {
                var body = SchemaForms.Around(place, value, operation.Body!)!.AsObject();
                Assert.True(SchemaForms.Fits(body, operation.Body!), $"The test's own body does not fit: {place.Param} {body.ToJsonString()}");
                var answer = await SendAsync(host, operation, body);
                if (answer.Status == HttpStatusCode.BadRequest && Details(answer).FirstOrDefault(detail => Refuses(detail, place, operation)) is { } problem)
                    refused.Add($"{place.Param} {value?.ToJsonString() ?? "null"}: {problem.ToJsonString()}");
            }
        }

        Assert.True(refused.Count == 0, $"{refused.Count} of {operation}:\n{string.Join('\n', refused)}");
    }

    /// <summary>The least the schema asks for is enough: nothing is wanted beyond it.</summary>
    [Theory]
    [MemberData(nameof(Writes))]
    public async Task Body_WithNoMoreThanTheContractAsksFor_LacksNothing(string id)
    {
        await using var host = await SandboxHost.StartAsync();
        var operation = ContractDocument.Operation(id);
        var body = SampleValue.Of(operation.Body!).AsObject();
        Assert.Empty(SchemaCheck.Run(body, operation.Body!));

        var answer = await SendAsync(host, operation, body);

        Assert.True(answer.Status != HttpStatusCode.BadRequest || Details(answer).All(detail => !IsShapeProblem(detail, "")), answer.Body.ToJsonString());
    }

    /// <summary>Whatever is a field elsewhere is none here: every object is as closed as the document says.</summary>
    [Theory]
    [MemberData(nameof(Writes))]
    public async Task Body_WithTheFieldsOfAnythingElse_RefusesEachByName(string id)
    {
        await using var host = await SandboxHost.StartAsync();
        var operation = ContractDocument.Operation(id);
        var taken = new List<string>();
        foreach (var fault in BodyFault.Strays(operation.Body!))
        {
            var answer = await SendAsync(host, operation, fault.Body);
            var refused = Details(answer).Where(detail => fault.Codes.Contains(detail["code"]!.GetValue<string>(), StringComparer.Ordinal)).Select(detail => detail["param"]?.GetValue<string>()).ToHashSet(StringComparer.Ordinal);
            taken.AddRange(SchemaParts.AllNames.Where(name => !fault.Owns(name)).Select(name => fault.Param.Length == 0 ? name : $"{fault.Param}.{name}").Where(param => !refused.Contains(param)));
        }

        Assert.True(taken.Count == 0, $"{taken.Count} of {operation}:\n{string.Join('\n', taken)}");
    }

    [Theory]
    [MemberData(nameof(NoObjects))]
    public async Task Body_ThatIsNoObject_IsRefused(string id, string text, string code)
    {
        await using var host = await SandboxHost.StartAsync();
        var operation = ContractDocument.Operation(id);
        using var request = new HttpRequestMessage(new HttpMethod(operation.Method), Path(operation)) { Content = new StringContent(text, Encoding.UTF8, "application/json") };
        request.Headers.Add("Idempotency-Key", "no-object");

        var answer = await ApiAnswer.ReadAsync(await host.Api.SendAsync(request));

        Assert.Equal((HttpStatusCode.BadRequest, code), (answer.Status, answer.Code));
        Assert.True(IsLedByItsFirstDetail(answer), answer.Body.ToJsonString());
        Assert.Null(answer.Error["param"]);
    }

    private static string Path(ContractOperation operation) =>
        operation.PathParameters.Aggregate(operation.Template, (way, name) => way.Replace($"{{{name}}}", "none", StringComparison.Ordinal));

    private static Task<ApiAnswer> SendAsync(SandboxHost host, ContractOperation operation, JsonObject body)
    {
        return host.SendAsync(new HttpMethod(operation.Method), Path(operation), body, Guid.NewGuid().ToString());
    }

    private static IEnumerable<JsonNode> Details(ApiAnswer answer) =>
        answer.Error["details"] is JsonArray { Count: > 0 } details ? details.OfType<JsonNode>() : [answer.Error];

    private static bool Is(JsonNode detail, BodyFault fault) =>
        (detail["param"]?.GetValue<string>() ?? "") == fault.Param && fault.Codes.Contains(detail["code"]!.GetValue<string>(), StringComparer.Ordinal);

    /// <summary>Whoever reads no list of problems gets the first of them.</summary>
    private static bool IsLedByItsFirstDetail(ApiAnswer answer) =>
        answer.Error["details"] is JsonArray { Count: > 0 } details
        && JsonNode.DeepEquals(answer.Error["code"], details[0]!["code"])
        && JsonNode.DeepEquals(answer.Error["param"], details[0]!["param"])
        && answer.Error["type"]!.GetValue<string>() == "validation_error";

    // A create looks for the records that it names, and says so where there is none of that id. The other writes look for their own
    // record first, which is not there, and so can refuse an id for its form only.
    private static bool Refuses(JsonNode detail, SchemaPlace place, ContractOperation operation) =>
        detail["param"]?.GetValue<string>() == place.Param
        && !(place.Steps[^1] is string name && ContractNotes.NamesARecord(name) && !operation.PathParameters.Any() && detail["code"]!.GetValue<string>() == "VALIDATION_ERROR");

    private static bool IsShapeProblem(JsonNode detail, string place) =>
        ShapeCodes.Contains(detail["code"]!.GetValue<string>(), StringComparer.Ordinal) && detail["param"]?.GetValue<string>() is { } param
        && (place.Length == 0 || param == place || param.StartsWith($"{place}.", StringComparison.Ordinal) || param.StartsWith($"{place}[", StringComparison.Ordinal));
}
