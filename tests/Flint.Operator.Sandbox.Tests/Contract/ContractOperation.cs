using System.Globalization;
using System.Text.Json.Nodes;

namespace Flint.Operator.Sandbox.Tests.Contract;

/// <summary>One operation of the published document.</summary>
internal sealed record ContractOperation(string Method, string Template, JsonObject Source)
{
    public string Id => Source["operationId"]!.GetValue<string>();

    public bool IsWrite => Method != "GET";

    public JsonObject? Body => Source["requestBody"]?["content"]?["application/json"]?["schema"]?.AsObject();

    public IEnumerable<string> PathParameters => ParametersIn("path").Select(parameter => parameter["name"]!.GetValue<string>());

    public IEnumerable<JsonObject> Query => ParametersIn("query");

    public bool RequiresKey => ParametersIn("header").Any(parameter => parameter["name"]!.GetValue<string>() == "Idempotency-Key" && parameter["required"]!.GetValue<bool>());

    public IEnumerable<int> Statuses => Source["responses"]!.AsObject().Select(response => int.Parse(response.Key, CultureInfo.InvariantCulture));

    public int Success => Statuses.Single(status => status < 300);

    public override string ToString() => $"{Method} {Template}";

    public bool Matches(string method, string path)
    {
        var (wanted, given) = (Template.Split('/'), path.Split('/'));
        return method == Method && wanted.Length == given.Length && wanted.Zip(given).All(pair => pair.First.StartsWith('{') || pair.First == pair.Second);
    }

    /// <summary>The schema of a status; every refusal has the same.</summary>
    public JsonObject? Response(int status) => Source["responses"]?[status.ToString(CultureInfo.InvariantCulture)] is { } response
        ? response["content"]?["application/json"]?["schema"]?.AsObject() ?? ContractDocument.Schema("ErrorEnvelope")
        : null;

    private IEnumerable<JsonObject> ParametersIn(string place) =>
        (Source["parameters"] as JsonArray ?? []).OfType<JsonObject>().Where(parameter => parameter["in"]!.GetValue<string>() == place);
}
