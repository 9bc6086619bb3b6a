using Deque.AxeCore.Playwright;
using Flint.Operator.EndToEnd.Tests.Hosting;
using Flint.Operator.EndToEnd.Tests.Story;
using Microsoft.Playwright;

namespace Flint.Operator.EndToEnd.Tests.Screens;

/// <summary>Photographs screens at every size, light and dark, and holds each to what a machine can judge.</summary>
internal static class ScreenTour
{
    /// <summary>What is wrong with them: accessibility rules, and what runs out of the page sideways.</summary>
    /// <param name="browser">The browser.</param>
    /// <param name="signedIn">A page that may see the screens.</param>
    /// <param name="origin">Where the app is.</param>
    /// <param name="screens">What the pictures are called, and the paths.</param>
    /// <param name="isWhole">Whether the picture shows what is further down too.</param>
    /// <param name="work">What an operator has done on a screen before the picture.</param>
    public static async Task<IReadOnlyList<string>> TakeAsync(TestBrowser browser, OperatorPage signedIn, Uri origin, IReadOnlyList<(string Name, string Path)> screens, bool isWhole = false, Func<OperatorPage, Task>? work = null)
    {
        var session = await signedIn.Page.Context.StorageStateAsync();
        List<string> problems = [];
        foreach (var scheme in new[] { ColorScheme.Light, ColorScheme.Dark })
        {
            foreach (var viewport in Viewport.All)
            {
                var page = await browser.OpenAsync(viewport, scheme, session);
                foreach (var (name, path) in screens)
                {
                    problems.AddRange((await VisitAsync(page, new Uri(origin, path), $"{name}-{viewport.Name}-{scheme}".ToLowerInvariant(), isWhole, work)));
                }

                await page.Context.CloseAsync();
            }
        }

        return problems;
    }

    private static async Task<IEnumerable<string>> VisitAsync(IPage page, Uri address, string name, bool isWhole, Func<OperatorPage, Task>? work)
    {
        await page.GotoAsync(address.ToString());
        await page.Locator("h1").First.WaitForAsync();

        // The title is there before what a screen has to read first.
        await page.WaitForFunctionAsync("() => { const main = document.querySelector('main'); return !main || main.innerText.trim().length > 0; }");
        await page.WaitForFunctionAsync("() => document.fonts.status === 'loaded'");
        if (work is not null)
        {
            await work(new OperatorPage(page));
        }

        await page.ScreenshotAsync(new PageScreenshotOptions { Path = Path.Combine(Programs.Screenshots, $"{name}.png"), Animations = ScreenshotAnimations.Disabled, FullPage = isWhole });

        var axe = await page.RunAxe();
        var overflow = await page.EvaluateAsync<int>("() => document.documentElement.scrollWidth - document.documentElement.clientWidth");
        return
        [
            .. axe.Violations.Select(violation => $"{name}: {violation.Id} ({violation.Impact}) at {string.Join(", ", violation.Nodes.Take(3).Select(node => node.Target.ToString()))}"),
            .. overflow > 0 ? [$"{name}: {overflow} px wider than the page"] : Array.Empty<string>(),
        ];
    }
}
