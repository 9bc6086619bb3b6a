using Flint.Operator.Core.Account;
using Flint.Operator.Core.Sync;

namespace Flint.Operator.Core.Tests.Account;

public sealed class KeyRightsTests
{
    [Theory]
    [InlineData("", true, true)]
    [InlineData("everything", true, true)]
    [InlineData("commerce.orders.read", true, false)]
    [InlineData("commerce.orders.write", true, true)]
    [InlineData("checkouts.payment_links.write", false, false)]
    public void Of_Scopes_ReadsNeedEitherAndWritesTheOne(string scopes, bool reads, bool writes)
    {
        var rights = KeyRights.Of(scopes.Split(' ', StringSplitOptions.RemoveEmptyEntries));

        Assert.Equal((reads, writes), (rights.CanRead(RecordKind.Order), rights.CanWrite(RecordKind.Order)));
    }

    [Theory]
    [InlineData("commerce.orders.read", false, true)]
    [InlineData("commerce.orders.write", true, false)]
    [InlineData("commerce.products.read", true, true)]
    public void Without_AScope_CountsWhateverTheApiNames(string scope, bool reads, bool writes)
    {
        var rights = KeyRights.Of(["commerce.orders.read", "commerce.orders.write"]).Without([scope]);

        Assert.Equal((reads, writes), (rights.CanRead(RecordKind.Order), rights.CanWrite(RecordKind.Order)));
    }

    [Fact]
    public void Lacking_KeyOfAStall_NamesWhatItCannotMake() =>
        Assert.Equal(["checkouts.payment_links.write"], KeyRights.Of(["commerce.orders.write", "checkouts.checkout_sessions.write", "checkouts.payment_links.read"]).Lacking);
}
