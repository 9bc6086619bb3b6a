using Microsoft.Playwright;

namespace Flint.Operator.EndToEnd.Tests.Hosting;

/// <summary>One headless Chromium for a test class; each page in a context of its own, so that operator and buyer share nothing.</summary>
public sealed class TestBrowser : IAsyncLifetime
{
    // Long enough for a busy machine, for a backoff and for two pulls of what happened elsewhere; how soon things must happen
    // is proved on fake time.
    private const int Patience = 150_000;

    private IPlaywright? _playwright;
    private IBrowser? _browser;

    private static string Executable => Environment.GetEnvironmentVariable("FLINT_OPERATOR_CHROMIUM") is { Length: > 0 } named ? named : "/usr/bin/chromium";

    public async ValueTask InitializeAsync()
    {
        Assertions.SetDefaultExpectTimeout(Patience);
        _playwright = await Playwright.CreateAsync();
        _browser = await _playwright.Chromium.LaunchAsync(new BrowserTypeLaunchOptions
        {
            ExecutablePath = Executable,
            Args = ["--no-sandbox", "--disable-gpu", "--disable-background-networking"],
        });
    }

    /// <summary>A page whose every waiting is bounded. With the state of another page it is in that one's session.</summary>
    public async Task<IPage> OpenAsync(Viewport viewport, ColorScheme scheme = ColorScheme.Light, string? storageState = null, bool hasScript = true)
    {
        var context = await _browser!.NewContextAsync(new BrowserNewContextOptions
        {
            ViewportSize = new ViewportSize { Width = viewport.Width, Height = viewport.Height },
            ColorScheme = scheme,
            Locale = "en-US",
            StorageState = storageState,
            JavaScriptEnabled = hasScript,
        });
        context.SetDefaultTimeout(Patience);
        return await context.NewPageAsync();
    }

    public async ValueTask DisposeAsync()
    {
        if (_browser is not null)
        {
            await _browser.DisposeAsync();
        }

        _playwright?.Dispose();
    }
}
