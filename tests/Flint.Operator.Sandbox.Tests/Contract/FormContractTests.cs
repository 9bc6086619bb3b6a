using System.Net;
using System.Text.Json.Nodes;

namespace Flint.Operator.Sandbox.Tests.Contract;

/// <summary>
/// Members that need, replace or rule out each other: wherever the document says so, the sandbox agrees with it on every form an
/// object can take, and on those that come near one.
/// </summary>
public sealed class FormContractTests
{
    /// <summary>How a refusal says that a body has not the form of the document. Rules about what a form says have codes of their own.</summary>
    private static readonly string[] FormCodes = ["UNKNOWN_FIELD", "INVALID_FIELD_TYPE", "NULL_NOT_ALLOWED", "FIELD_REQUIRED"];

    private static readonly string[] Combining = ["oneOf", "anyOf", "allOf", "not"];

    public static TheoryData<string> Writes => BodyContractTests.Writes;

    [Theory]
    [MemberData(nameof(Writes))]
    public async Task Body_SmallestAndFullestOfEachForm_HasTheFormOfTheDocument(string id)
    {
        await using var host = await SandboxHost.StartAsync();
        var operation = ContractDocument.Operation(id);
        var schema = SchemaParts.Plain(operation.Body!);
        JsonObject[] bodies = [.. SchemaForms.Smallest(schema), .. SchemaForms.Fullest(schema)];

        Assert.NotEmpty(bodies);
        var refused = new List<string>();
        foreach (var body in bodies)
        {
            Assert.Empty(SchemaCheck.Run(body, schema));
            var answer = await SendAsync(host, operation, body);
            if (Details(answer).Any(detail => IsOfForm(detail, "")))
                refused.Add($"{body.ToJsonString()}\n  {answer.Body.ToJsonString()}");
        }

        Assert.True(refused.Count == 0, $"{operation}:\n{string.Join('\n', refused)}");
    }

    [Theory]
    [MemberData(nameof(Writes))]
    public async Task Body_OfAnyFormOrNearOne_IsJudgedAsTheDocumentDoes(string id)
    {
        await using var host = await SandboxHost.StartAsync();
        var operation = ContractDocument.Operation(id);
        var root = SchemaParts.Plain(operation.Body!);
        var places = SchemaPlace.Of(root).Where(place => SchemaParts.Members(place.Schema).Any()).Prepend(new SchemaPlace([], root, IsNullable: false, SchemaParts.Required(root)));
        var wrong = new List<string>();
        foreach (var place in places.Where(place => Combining.Any(place.Schema.ContainsKey)))
        {
            foreach (var form in SchemaForms.Near(place.Schema))
            {
                var problems = SchemaCheck.Run(form, place.Schema);
                var answer = await SendAsync(host, operation, place.Hold(form.DeepClone()));
                var isRefused = answer.Status == HttpStatusCode.BadRequest && Details(answer).Any(detail => IsWithin(Param(detail), place.Param));
                if (problems.Count > 0 ? !isRefused : Details(answer).Any(detail => IsOfForm(detail, place.Param)))
                    wrong.Add($"{place.Param} {form.ToJsonString()} [{string.Join("; ", problems)}]\n  {(int)answer.Status} {answer.Body.ToJsonString()}");
            }
        }

        Assert.True(wrong.Count == 0, $"{wrong.Count} of {operation}:\n{string.Join('\n', wrong)}");
    }

    private static Task<ApiAnswer> SendAsync(SandboxHost host, ContractOperation operation, JsonObject body)
    {
        var path = operation.PathParameters.Aggregate(operation.Template, (way, name) => way.Replace($"{{{name}}}", "none", StringComparison.Ordinal));
        return host.SendAsync(new HttpMethod(operation.Method), path, body, Guid.NewGuid().ToString());
    }

    private static IEnumerable<JsonNode> Details(ApiAnswer answer) =>
        answer.Message.IsSuccessStatusCode ? [] : answer.Error["details"] is JsonArray { Count: > 0 } details ? details.OfType<JsonNode>() : [answer.Error];

    private static bool IsOfForm(JsonNode detail, string place) =>
        IsWithin(Param(detail), place) && FormCodes.Contains(detail["code"]!.GetValue<string>(), StringComparer.Ordinal);

    private static string Param(JsonNode detail) => detail["param"]?.GetValue<string>() ?? "";

    private static bool IsWithin(string param, string place) =>
        place.Length == 0 || param == place || (param.StartsWith(place, StringComparison.Ordinal) && param[place.Length] is '.' or '[');
}
