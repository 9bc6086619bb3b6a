using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Routing;
using Microsoft.AspNetCore.Components.Web;

namespace Flint.Operator.UI.Shell;

/// <summary>The one place of the interface that catches whatever a screen throws. Going elsewhere clears it.</summary>
public sealed partial class ScreenBoundary
{
    private ErrorBoundary? _boundary;

    [Parameter] public RenderFragment? ChildContent { get; set; }

    public void Dispose() => Navigation.LocationChanged -= Clear;

    protected override void OnInitialized() => Navigation.LocationChanged += Clear;

    private void Clear(object? sender, LocationChangedEventArgs change) => _ = InvokeAsync(() => _boundary?.Recover());
}
