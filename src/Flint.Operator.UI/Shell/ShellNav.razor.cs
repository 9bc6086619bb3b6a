using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Routing;
using Microsoft.AspNetCore.Components.Web;

namespace Flint.Operator.UI.Shell;

/// <summary>Rail on tablet and desktop, five tabs on a phone.</summary>
public sealed partial class ShellNav
{
    private NavItem? _current;
    private bool _open;

    [Parameter] public int WaitingCount { get; set; }

    private bool MoreIsCurrent => _current is not null && NavItem.Further.Contains(_current);

    public void Dispose() => Navigation.LocationChanged -= Follow;

    protected override void OnInitialized()
    {
        _current = CurrentItem();
        Navigation.LocationChanged += Follow;
    }

    private void Follow(object? sender, LocationChangedEventArgs change) => _ = InvokeAsync(() =>
    {
        _current = CurrentItem();
        _open = false;
        StateHasChanged();
    });

    private NavItem? CurrentItem() => NavItem.Of(new Uri(Navigation.Uri).AbsolutePath);

    private int CountOf(NavItem item) => item.Icon == Controls.IconName.Outbox ? WaitingCount : 0;

    private void CloseOnEscape(KeyboardEventArgs pressed)
    {
        if (string.Equals(pressed.Key, "Escape", StringComparison.Ordinal)) _open = false;
    }
}
