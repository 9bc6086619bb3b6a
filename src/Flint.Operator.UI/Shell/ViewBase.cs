using System.ComponentModel;
using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.DependencyInjection;

namespace Flint.Operator.UI.Shell;

/// <summary>
/// Binds a view to its view model: makes one, loads it, renders when it changes, and disposes it with the view.
/// </summary>
/// <remarks>
/// The view model is created from the tab's services but not kept by them: a tab lives for a whole day at a counter,
/// and the container would hold every disposable view model until it closes.
/// </remarks>
public abstract class ViewBase<TViewModel> : ComponentBase, IAsyncDisposable
    where TViewModel : class, INotifyPropertyChanged
{
    private CancellationTokenSource _leaving = new();
    private object? _key;
    private TViewModel? _viewModel;

    [Inject] private IServiceProvider Services { get; set; } = default!;

    protected TViewModel ViewModel => _viewModel ?? throw new InvalidOperationException("The view model exists from OnParametersSet on.");

    /// <summary>What the screen is about. When it changes the view starts over with a new view model, so nothing of the old record stays on screen.</summary>
    protected virtual object? LoadKey => null;

    public async ValueTask DisposeAsync()
    {
        await DropAsync();
        GC.SuppressFinalize(this);
    }

    /// <summary>Called once per <see cref="LoadKey"/>; the token is cancelled when the operator leaves.</summary>
    protected virtual Task LoadAsync(CancellationToken token) => Task.CompletedTask;

    protected override async Task OnParametersSetAsync()
    {
        if (_viewModel is not null && Equals(_key, LoadKey)) return;
        var old = DropAsync();
        _key = LoadKey;
        _leaving = new CancellationTokenSource();
        _viewModel = ActivatorUtilities.CreateInstance<TViewModel>(Services);
        _viewModel.PropertyChanged += Render;
        await old;
        await LoadUntilLeftAsync(_leaving.Token);
    }

    private async Task LoadUntilLeftAsync(CancellationToken token)
    {
        try
        {
            await LoadAsync(token);
        }
        catch (OperationCanceledException) when (token.IsCancellationRequested)
        {
            // The operator went elsewhere; nobody waits for the answer.
        }
    }

    private void Render(object? sender, PropertyChangedEventArgs change) => _ = InvokeAsync(StateHasChanged);

    // Takes the fields before it waits: by the time the old view model is gone, they hold the new one.
    private async ValueTask DropAsync()
    {
        var (leaving, viewModel) = (_leaving, _viewModel);
        _viewModel = null;
        if (viewModel is not null) viewModel.PropertyChanged -= Render;
        await leaving.CancelAsync();
        leaving.Dispose();
        if (viewModel is IAsyncDisposable slow) await slow.DisposeAsync();
        else if (viewModel is IDisposable quick) quick.Dispose();
    }
}
