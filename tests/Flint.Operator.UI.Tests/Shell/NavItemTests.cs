using Flint.Operator.UI.Shell;
using Flint.Operator.ViewModels.Shell;

namespace Flint.Operator.UI.Tests.Shell;

public sealed class NavItemTests
{
    [Theory]
    [InlineData(Routes.Collect, "collect")]
    [InlineData(Routes.Guide, "collect")]
    [InlineData(Routes.NewCheckout, "collect")]
    [InlineData(Routes.Checkouts, "checkouts")]
    [InlineData("/checkouts/01JX", "checkouts")]
    [InlineData(Routes.NewLink, "links")]
    [InlineData("/links/01JX/edit", "links")]
    [InlineData(Routes.Outbox, "outbox")]
    [InlineData(Routes.Settings, "settings")]
    public void Of_Path_IsThePlaceItBelongsTo(string path, string name) => Assert.Equal(name, NavItem.Of(path)?.Name);

    [Theory]
    [InlineData(Routes.Lock)]
    [InlineData("/checkoutsx")]
    public void Of_PathOfNoPlace_IsNone(string path) => Assert.Null(NavItem.Of(path));
}
