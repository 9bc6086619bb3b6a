using CommunityToolkit.Mvvm.ComponentModel;
using Flint.Operator.Core.Sync;
using Flint.Operator.Core.Sync.Backups;

namespace Flint.Operator.ViewModels.Shell;

/// <summary>What the store has to tell about the data on this device, on every screen.</summary>
public sealed partial class StoreNoticeViewModel : ObservableObject, IDisposable
{
    private readonly StoreNotices _notices;
    private readonly IDisposable _subscription;

    public StoreNoticeViewModel(StoreNotices notices)
    {
        ArgumentNullException.ThrowIfNull(notices);
        _notices = notices;
        Notices = notices.All;
        _subscription = notices.Subscribe(_ => Notices = _notices.All);
    }

    [ObservableProperty]
    public partial IReadOnlyList<StoreNotice> Notices { get; private set; }

    public void Dispose() => _subscription.Dispose();
}
