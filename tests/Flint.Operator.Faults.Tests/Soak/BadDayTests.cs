using Flint.Operator.Faults.Tests.Clocks;
using Flint.Operator.Faults.Tests.Stack;

namespace Flint.Operator.Faults.Tests.Soak;

/// <summary>Everything at once, from a seed: what single faults do not show, their meeting may.</summary>
public sealed class BadDayTests(TrueTimeSandbox world) : IClassFixture<TrueTimeSandbox>
{
    public static TheoryData<int> Seeds => [.. Enumerable.Range(1, 20)];

    [Theory]
    [MemberData(nameof(Seeds))]
    public async Task Day_OfAnySeed_EndsWithEverythingDoneExactlyOnce(int seed)
    {
        await using var scene = new FaultScene(world.Sandbox, world.Truth);
        FaultScene.Saved(await scene.Till.TapLinkAsync());

        await new Day(scene, world.Truth, new Random(seed)).LiveAsync(steps: 40);

        await scene.CheckAtRestAsync();
    }
}
