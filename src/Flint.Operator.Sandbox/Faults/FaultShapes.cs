using System.Text;
using System.Text.Json;
using Flint.Operator.Sandbox.Http;
using Flint.Operator.Sandbox.Http.Shapes;
using Flint.Operator.Sandbox.State;
using static Flint.Operator.Sandbox.Http.Shapes.SharedShapes;
using static Flint.Operator.Sandbox.Http.Shapes.ShapeField;

namespace Flint.Operator.Sandbox.Faults;

/// <summary>A plan as it is sent; refused in the words and the envelope of the API, with the path of every wrong field.</summary>
internal static class FaultShapes
{
    private const long TenYears = 10L * 365 * 24 * 3600;

    private static readonly ObjectShape Rule = new(
        Required("kind", new ChoiceShape([.. Enum.GetValues<FaultKind>().Select(kind => JsonSerializer.SerializeToElement(kind).GetString()!)])),
        Optional("method", new ChoiceShape("*", "GET", "POST", "PUT", "PATCH", "DELETE")),
        Optional("route", new TextShape(1, 500) { Accepts = text => text[0] is '/' or '*', Wanted = "a path from its first '/', with * for any run of characters" }),
        Optional("count", new IntegerShape(0, 1_000_000)),
        Optional("probability", new NumberShape(0, 1)),
        Optional("delay_ms", new IntegerShape(0, 600_000)),
        Optional("status", new IntegerShape(400, 599)),
        Optional("code", new TextShape(1, 80)),
        Optional("retry_after_seconds", new IntegerShape(0, 86_400)),
        Optional("stale_seconds", new IntegerShape(1, (long)ResourceHistory.Reach.TotalSeconds)),
        Optional("offset_seconds", new IntegerShape(-TenYears, TenYears)))
    {
        Rules = [new KindNeeds("slow", "delay_ms"), new KindNeeds("stale_list", "stale_seconds"), new KindNeeds("clock_offset", "offset_seconds"), new KindNeeds("answer", "status")],
    };

    private static readonly ObjectShape Plan = new(
        Optional("down", Flag),
        Optional("seed", new IntegerShape(int.MinValue, int.MaxValue)),
        Optional("requests_per_second", new IntegerShape(1, 100_000)),
        Optional("global_requests_per_second", new IntegerShape(1, 100_000)),
        Optional("rules", new ListShape(Rule, 0, 100)),

        // What was shown may be sent back; the count begins anew.
        Optional("strikes", new MapShape(new IntegerShape(0, int.MaxValue))));

    public static FaultPlan Read(byte[] body) => Plan.Read(RequestBody.Parse(body)).Deserialize<FaultPlan>(StateJson.Options)!;

    /// <summary>A plan that came some other way than over the network.</summary>
    /// <exception cref="ArgumentException">It is no such plan; the message names the field.</exception>
    public static FaultPlan Parse(string plan)
    {
        try
        {
            return Read(Encoding.UTF8.GetBytes(plan));
        }
        catch (ApiProblemException problem)
        {
            throw new ArgumentException(problem.Message, nameof(plan), problem);
        }
    }

    private sealed record KindNeeds(string Kind, string Field) : ShapeRule
    {
        public override void Check(JsonElement value, string path, List<ProblemDetail> problems)
        {
            if (value.TryGetProperty("kind", out var kind) && kind.ValueKind == JsonValueKind.String && kind.ValueEquals(Kind) && !Has(value, Field))
                problems.Add(new ProblemDetail("FIELD_REQUIRED", ObjectShape.Join(path, Field), $"'{ObjectShape.Join(path, Field)}' is required for '{Kind}'."));
        }
    }
}
