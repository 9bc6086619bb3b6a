using Bunit;
using Flint.Operator.Core.Sync;
using Flint.Operator.Core.Sync.Backups;
using Flint.Operator.UI.Shell;

namespace Flint.Operator.UI.Tests.Shell;

public sealed class StoreNoticeBarTests : ScreenTest
{
    [Fact]
    public void Nothing_Told_ShowsNothing() => Assert.Empty(Render<StoreNoticeBar>().FindAll("[data-testid=store-notice]"));

    [Fact]
    public void NewerSchema_Told_SaysThatOneCanOnlyLook()
    {
        Bench.Get<StoreNotices>().Tell(new StoreNotice.NewerSchema());

        Assert.Contains("You can look, but not change or send anything", Render<StoreNoticeBar>().Find("[role=status]").TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task DamageFound_WhileAScreenIsOpen_IsSaidAtOnce()
    {
        var bar = Render<StoreNoticeBar>();

        Bench.Get<StoreNotices>().Tell(new StoreNotice.DamageFound());

        await bar.WaitForAssertionAsync(() => Assert.Contains("start it again", bar.Find("[data-testid=store-notice]").TextContent, StringComparison.Ordinal));
    }
}
