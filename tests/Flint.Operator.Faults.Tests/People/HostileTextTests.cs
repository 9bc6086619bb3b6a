using Flint.Operator.Faults.Tests.Network;
using Flint.Operator.Faults.Tests.Proxy;
using Flint.Operator.Faults.Tests.Stack;

namespace Flint.Operator.Faults.Tests.People;

/// <summary>What people type is data everywhere on its way, and the same after a resend.</summary>
public sealed class HostileTextTests(SandboxFixture sandbox) : IClassFixture<SandboxFixture>
{
    [Theory]
    [InlineData("'); DROP TABLE operation; --")]
    [InlineData("\" OR title:* NEAR/2 \"")]
    [InlineData("=HYPERLINK(\"https://example.test\")")]
    [InlineData("Total \u202e00.05 DSU")]
    [InlineData("</script><script>alert(1)</script>")]
    [InlineData("Cafe\u0301 \ud83e\udd42 \u0645\u0631\u062d\u0628\u0627 \u200d")]
    [InlineData("{\"external_reference_id\":\"fop_x\"}\\u0000")]
    public async Task Title_OfAnyKind_IsHeldByTheServerAsTapped(string title)
    {
        await using var scene = new FaultScene(sandbox);
        scene.Proxy.Plan.Arm(WireFault.ResetBeforeTheRequest, request => Writes.Is(Write.CreateLink, request));
        FaultScene.Saved(await scene.Till.TapLinkAsync(title));
        await scene.SettleAsync();

        await scene.CheckAsync();
        Assert.Equal(title, sandbox.Ledger.Only(scene.File.Operations()[0].Reference).Name);
    }
}
