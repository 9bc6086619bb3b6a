using Flint.Operator.Core.Sync;
using Flint.Operator.Core.Sync.Backups;

namespace Flint.Operator.Core.Tests.Sync;

public sealed class StoreNoticesTests
{
    private readonly StoreNotices _notices = new();

    [Fact]
    public void Tell_TheSameTwice_IsToldOnce()
    {
        var heard = new List<StoreNotice>();
        using var subscription = _notices.Subscribe(heard.Add);

        _notices.Tell(new StoreNotice.DamageFound());
        _notices.Tell(new StoreNotice.DamageFound());

        Assert.Equal([new StoreNotice.DamageFound()], heard);
        Assert.Equal(heard, _notices.All);
    }

    [Fact]
    public void Tell_AfterTheSubscriptionEnded_IsKeptAllTheSame()
    {
        var heard = new List<StoreNotice>();
        _notices.Subscribe(heard.Add).Dispose();

        _notices.Tell(new StoreNotice.StartedEmpty("file"));

        Assert.Empty(heard);
        Assert.Equal([new StoreNotice.StartedEmpty("file")], _notices.All);
    }

    [Fact]
    public void IsReadOnly_OnlyForDataOfANewerVersion()
    {
        _notices.Tell(new StoreNotice.Restored(DateTimeOffset.UnixEpoch, null));
        Assert.False(_notices.IsReadOnly);

        _notices.Tell(new StoreNotice.NewerSchema());
        Assert.True(_notices.IsReadOnly);
    }
}
