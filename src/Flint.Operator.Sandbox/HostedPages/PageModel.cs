namespace Flint.Operator.Sandbox.HostedPages;

/// <summary>
/// What a page shows. Razor makes every component public and its parameters with it; this wrapper lets the types behind
/// them stay internal.
/// </summary>
public sealed class PageModel
{
    private readonly object _view;

    internal PageModel(object view) => _view = view;

    internal T As<T>() => (T)_view;
}
