using Deque.AxeCore.Playwright;
using Flint.Operator.EndToEnd.Tests.Hosting;
using Microsoft.Playwright;

namespace Flint.Operator.EndToEnd.Tests.Screens;

/// <summary>Goes from state to state of the hosted pages, takes a picture of each and notes what a machine can find wrong.</summary>
internal sealed class PageTour
{
    private readonly Uri _origin;

    public PageTour(IPage page, Uri origin, string suffix)
    {
        (Page, _origin, Suffix) = (page, origin, suffix);
        page.Request += (_, request) =>
        {
            if (!request.Url.StartsWith(origin.ToString(), StringComparison.Ordinal) && !request.Url.StartsWith("about:", StringComparison.Ordinal))
            {
                Problems.Add($"asked {request.Url}");
            }
        };
        page.PageError += (_, error) => Problems.Add($"script: {error}");
    }

    public IPage Page { get; }

    public string Suffix { get; }

    public List<string> Problems { get; } = [];

    /// <param name="name">Of the picture.</param>
    /// <param name="address">Where to; a path is this sandbox's.</param>
    /// <param name="result">What the page must say it shows.</param>
    /// <param name="isOpen">The page is there already.</param>
    public async Task OpenAsync(string name, string address, string? result = null, bool isOpen = false)
    {
        if (!isOpen)
        {
            await Page.GotoAsync(new Uri(_origin, address).ToString());
        }

        if (result is not null)
        {
            await ExpectAsync(result);
        }
        else if (address.Contains('#', StringComparison.Ordinal))
        {
            await Page.GetByTestId("card-number").WaitForAsync();
        }

        await LookAsync(name);
    }

    public Task ExpectAsync(string result) => Story.BuyerPage.ExpectResultAsync(Page, result);

    public async Task LookAsync(string name)
    {
        await Page.Locator("h1").First.WaitForAsync();
        await Page.WaitForFunctionAsync("() => document.fonts.status === 'loaded'");
        await Page.ScreenshotAsync(new PageScreenshotOptions
        {
            Path = Path.Combine(Programs.Screenshots, $"hosted-{name}-{Suffix}.png"), Animations = ScreenshotAnimations.Disabled, FullPage = true,
        });
        var axe = await Page.RunAxe();
        Problems.AddRange(axe.Violations.Select(violation =>
            $"{name}-{Suffix}: {violation.Id} ({violation.Impact}) at {string.Join(", ", violation.Nodes.Take(3).Select(node => node.Target.ToString()))}"));
        if (await Page.EvaluateAsync<int>("() => document.documentElement.scrollWidth - document.documentElement.clientWidth") is > 0 and var wide)
        {
            Problems.Add($"{name}-{Suffix}: {wide} px wider than the page");
        }
    }
}
