using System.Text.Json;
using System.Text.Json.Nodes;
using Flint.Operator.Core.Practice;
using Flint.Operator.Desktop.Practice;
using Flint.Operator.Sandbox;

namespace Flint.Operator.Desktop.Tests.Practice;

public sealed class PracticePlansTests
{
    private static readonly IReadOnlyList<JsonNode> BadDay = [.. JsonNode.Parse(PracticePlans.Of(PracticeCondition.BadDay))!["rules"]!.AsArray().Select(rule => rule!)];

    [Fact]
    public void BadDay_KnowsEveryWayOfTheSandbox()
    {
        var kind = typeof(SandboxServer).Assembly.GetType("Flint.Operator.Sandbox.Faults.FaultKind", throwOnError: true)!;
        var known = Enum.GetValuesAsUnderlyingType(kind).Cast<object>().Select(value => JsonSerializer.SerializeToElement(Enum.ToObject(kind, value), kind).GetString());

        Assert.Equal(known.Order(StringComparer.Ordinal), BadDay.Select(KindOf).Order(StringComparer.Ordinal));
    }

    [Theory]
    [InlineData("stale_list", "duplicate")]
    [InlineData("duplicate")]
    [InlineData("stale_list")]
    public void BadDay_OfReadsListsAndWrites_TroublesOneInFive(params string[] strikesOthersOnly)
    {
        var matching = BadDay.Where(rule => !strikesOthersOnly.Contains(KindOf(rule), StringComparer.Ordinal)).ToList();
        var passes = matching.Aggregate(1.0, (all, rule) => all * (1 - rule["probability"]!.GetValue<double>()));

        Assert.All(matching, rule => Assert.Equal("/v1/*", rule["route"]!.GetValue<string>()));
        Assert.InRange(1 - passes, 0.20, 0.22);
    }

    private static string KindOf(JsonNode rule) => rule["kind"]!.GetValue<string>();
}
