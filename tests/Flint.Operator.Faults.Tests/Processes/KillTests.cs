using Flint.Operator.Faults.Host;
using Flint.Operator.Faults.Tests.Network;
using Flint.Operator.Faults.Tests.Proxy;
using Flint.Operator.Faults.Tests.Stack;

namespace Flint.Operator.Faults.Tests.Processes;

/// <summary>kill -9 of a real process at each of its moments: the next run leaves everything acknowledged exactly once.</summary>
public sealed class KillTests(SandboxFixture sandbox) : IClassFixture<SandboxFixture>
{
    // Which passing of the point: the link's operation comes first, then the order's, then the session's.
    public static TheoryData<Failpoint, int> CreatingPoints => new()
    {
        { Failpoint.BindBeforeCommit, 1 },
        { Failpoint.BindAfterCommit, 1 },
        { Failpoint.AttemptBeforeCommit, 1 },
        { Failpoint.AttemptAfterCommit, 1 },
        { Failpoint.BeforeSend, 2 },
        { Failpoint.AfterReply, 1 },
        { Failpoint.AfterReply, 2 },
        { Failpoint.AfterReply, 3 },
        { Failpoint.EndBeforeCommit, 2 },
        { Failpoint.EndAfterCommit, 1 },

        // Between the order and its session.
        { Failpoint.EndAfterCommit, 2 },
        { Failpoint.AttemptBeforeCommit, 3 },
        { Failpoint.AttemptAfterCommit, 3 },
        { Failpoint.EndAfterCommit, 3 },

        // A page of a pull; the first kind's page has nothing yet, the next runs' pages have what was made.
        { Failpoint.BeforePage, 1 },
        { Failpoint.AfterPage, 2 },
        { Failpoint.PageBeforeCommit, 1 },
        { Failpoint.PageAfterCommit, 3 },
    };

    public static TheoryData<Failpoint, WireFault> LookingPoints =>
        [.. new[] { Failpoint.BeforeLook, Failpoint.AfterLook, Failpoint.LookBeforeCommit, Failpoint.LookAfterCommit }
            .SelectMany(_ => new[] { WireFault.LostReply, WireFault.ResetBeforeTheRequest }, (point, fault) => (point, fault))];

    public static TheoryData<WireFault, Write> OnTheWay =>
        [.. new[] { WireFault.StalledBeforeTheWork, WireFault.StalledAfterTheWork, WireFault.LateDelivery, WireFault.TrickledReply }
            .SelectMany(_ => new[] { Write.CreateLink, Write.CreateOrder, Write.CreateSession }, (fault, write) => (fault, write))];

    public static TheoryData<Failpoint, int> ChangingPoints => new()
    {
        { Failpoint.AttemptAfterCommit, 1 },
        { Failpoint.AfterReply, 1 },
        { Failpoint.AfterReply, 2 },
        { Failpoint.EndAfterCommit, 1 },
    };

    [Theory]
    [InlineData(Failpoint.TapBeforeCommit, 1, 0)]
    [InlineData(Failpoint.TapAfterCommit, 1, 1)]
    [InlineData(Failpoint.TapBeforeCommit, 2, 1)]
    [InlineData(Failpoint.TapAfterCommit, 2, 3)]
    public async Task Killed_InATap_LeavesItWholeOrNotAtAll(Failpoint point, int tap, int operations)
    {
        await using var scene = new KillScene(sandbox);
        await using var killed = await scene.StartAsync(point, tap);
        if (tap == 2)
        {
            Assert.StartsWith("saved", await killed.AskAsync("link"), StringComparison.Ordinal);
        }

        Assert.Equal($"at {point}", await killed.AskAsync(tap == 2 ? "charge" : "link"));
        await killed.KillAsync();
        Assert.Equal(operations, scene.File.Operations().Count);
        Assert.Equal(0, scene.File.Halves());

        await using var next = await scene.StartAsync();
        await next.AskAsync("link");
        Assert.Equal("settled 0", await next.AskAsync("settle"));
        await next.CloseAsync();

        scene.Check([.. killed.Saved, .. next.Saved]);
    }

    [Theory]
    [MemberData(nameof(CreatingPoints))]
    public async Task Killed_WhileCreating_EndsWithOneOfEach(Failpoint point, int occurrence)
    {
        await using var scene = new KillScene(sandbox);
        await using var killed = await scene.StartAsync(point, occurrence);
        await TapBothAsync(killed);
        Assert.Equal($"at {point}", await killed.AskAsync("settle"));
        await killed.KillAsync();

        await scene.RecoverAsync();

        Assert.Equal(3, scene.File.Operations().Count);
        scene.Check(killed.Saved);
    }

    [Theory]
    [MemberData(nameof(LookingPoints))]
    public async Task Killed_InALook_EndsWithOneOfEach(Failpoint point, WireFault fault)
    {
        await using var scene = new KillScene(sandbox);
        scene.Proxy.Plan.Arm(fault, request => request.IsWrite);
        await using var killed = await scene.StartAsync(point);
        await TapBothAsync(killed);
        Assert.Equal($"at {point}", await killed.AskAsync("settle"));
        await killed.KillAsync();

        await scene.RecoverAsync();

        scene.Check(killed.Saved);
    }

    // The request is out: nothing in the process could say where it got to.
    [Theory]
    [MemberData(nameof(OnTheWay))]
    public async Task Killed_WhileTheRequestIsOut_EndsWithOneOfEach(WireFault fault, Write write)
    {
        await using var scene = new KillScene(sandbox);
        scene.Proxy.Plan.Arm(fault, request => Writes.Is(write, request));
        await using var killed = await scene.StartAsync();
        await TapBothAsync(killed);
        await killed.TellAsync("settle");
        await scene.Proxy.Events.NextStallAsync(TestContext.Current.CancellationToken);
        await killed.KillAsync();

        await scene.RecoverAsync();

        scene.Check(killed.Saved);
    }

    [Theory]
    [MemberData(nameof(ChangingPoints))]
    public async Task Killed_WhileChanging_ChangesOnce(Failpoint point, int occurrence)
    {
        await using var scene = new KillScene(sandbox);
        await using var killed = await PreparedAsync(scene, point, occurrence);
        Assert.Equal($"at {point}", await killed.AskAsync("settle"));
        await killed.KillAsync();

        await scene.RecoverAsync();

        Assert.Equal(5, scene.File.Operations().Count);
        scene.Check(killed.Saved);
    }

    // Dead again and again, each time one step further.
    [Fact]
    public async Task Killed_AtEveryStepOfOneStory_EndsWithOneOfEach()
    {
        await using var scene = new KillScene(sandbox);
        List<string> saved = [];
        Failpoint[] deaths = [Failpoint.BindAfterCommit, Failpoint.AttemptAfterCommit, Failpoint.AfterReply, Failpoint.EndAfterCommit, Failpoint.BeforeLook, Failpoint.AfterReply];
        foreach (var point in deaths)
        {
            await using var killed = await scene.StartAsync(point);
            await TapBothAsync(killed);
            Assert.Equal($"at {point}", await killed.AskAsync("settle"));
            await killed.KillAsync();
            saved.AddRange(killed.Saved);
        }

        await scene.RecoverAsync();

        Assert.Equal(2 * deaths.Length, saved.Count);
        scene.Check(saved);
    }

    private static async Task TapBothAsync(HostProcess host)
    {
        Assert.StartsWith("saved", await host.AskAsync("link"), StringComparison.Ordinal);
        Assert.StartsWith("saved", await host.AskAsync("charge"), StringComparison.Ordinal);
    }

    private static async Task<HostProcess> PreparedAsync(KillScene scene, Failpoint point, int occurrence)
    {
        await using (var first = await scene.StartAsync())
        {
            await TapBothAsync(first);
            await first.AskAsync("settle");
            await first.CloseAsync();
            var killed = await scene.StartAsync(point, occurrence);
            Assert.StartsWith("saved", await killed.AskAsync($"pause {first.Saved[0]}"), StringComparison.Ordinal);
            Assert.StartsWith("saved", await killed.AskAsync($"close {first.Saved[1]}"), StringComparison.Ordinal);
            return killed;
        }
    }
}
