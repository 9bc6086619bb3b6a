using Microsoft.AspNetCore.Components;
using Microsoft.JSInterop;

namespace Flint.Operator.UI.Shell;

/// <summary>The one script module of the app: theme, clipboard, share sheet, print, the amount field's keys.</summary>
public sealed class OperatorScript(IJSRuntime runtime) : IAsyncDisposable
{
    private const string ModulePath = "./_content/Flint.Operator.UI/operator.js";

    private Task<IJSObjectReference>? _module;

    public async ValueTask<IJSObjectReference> FollowThemeAsync<T>(string appearance, DotNetObjectReference<T> listener)
        where T : class =>
        await (await ModuleAsync()).InvokeAsync<IJSObjectReference>("followTheme", appearance, listener);

    public async ValueTask<bool> CopyTextAsync(string text) => await (await ModuleAsync()).InvokeAsync<bool>("copyText", text);

    public async ValueTask<bool> CanShareAsync() => await (await ModuleAsync()).InvokeAsync<bool>("canShare");

    public async ValueTask<bool> ShareAsync(string title, string url) => await (await ModuleAsync()).InvokeAsync<bool>("share", title, url);

    public async ValueTask PrintPageAsync() => await (await ModuleAsync()).InvokeVoidAsync("printPage");

    public async ValueTask GuardAmountAsync(ElementReference input) => await (await ModuleAsync()).InvokeVoidAsync("guardAmount", input);

    public async ValueTask DisposeAsync()
    {
        if (_module is not { IsCompletedSuccessfully: true }) return;
        try
        {
            await (await ModuleAsync()).DisposeAsync();
        }
        catch (JSDisconnectedException)
        {
            // The tab is gone, and the module with it.
        }
    }

    private Task<IJSObjectReference> ModuleAsync() =>
        _module ??= runtime.InvokeAsync<IJSObjectReference>("import", ModulePath).AsTask();
}
