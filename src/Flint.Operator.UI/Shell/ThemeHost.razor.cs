using Microsoft.AspNetCore.Components;
using Microsoft.JSInterop;

namespace Flint.Operator.UI.Shell;

/// <summary>Keeps the page's theme attribute and MudBlazor's palette on the appearance the operator chose.</summary>
public sealed partial class ThemeHost
{
    private DotNetObjectReference<ThemeHost>? _self;
    private IJSObjectReference? _following;
    private string? _followed;
    private bool _dark;

    /// <summary>"system", "light" or "dark".</summary>
    [Parameter, EditorRequired] public string Appearance { get; set; } = "system";

    [JSInvokable("ThemeIsDark")]
    public Task ThemeIsDarkAsync(bool dark)
    {
        _dark = dark;
        return InvokeAsync(StateHasChanged);
    }

    public async ValueTask DisposeAsync()
    {
        try
        {
            await StopAsync();
        }
        catch (JSDisconnectedException)
        {
            // The tab is gone, and its listener with it.
        }

        _self?.Dispose();
    }

    protected override async Task OnAfterRenderAsync(bool firstRender)
    {
        if (string.Equals(_followed, Appearance, StringComparison.Ordinal)) return;
        _followed = Appearance;
        await StopAsync();
        _self ??= DotNetObjectReference.Create(this);
        _following = await Script.FollowThemeAsync(Appearance, _self);
    }

    private async Task StopAsync()
    {
        if (_following is null) return;
        await _following.InvokeVoidAsync("stop");
        await _following.DisposeAsync();
        _following = null;
    }
}
