namespace Flint.Operator.Sandbox.HostedPages;

internal static class HostedPageEndpoints
{
    public static void MapHostedPages(this IEndpointRouteBuilder routes)
    {
        var pages = routes.MapGroup("").AddEndpointFilter(PageSecurity.ApplyAsync);
        pages.MapLinkPages();
        pages.MapCheckoutPages();
        pages.MapGet("/hosted/hosted.css", () => Asset("hosted.css", "text/css; charset=utf-8"));
        pages.MapGet("/hosted/inter.woff2", () => Asset("inter.woff2", "font/woff2"));
        pages.MapGet("/hosted/checkout.js", () => Asset("checkout.js", "text/javascript; charset=utf-8"));
    }

    /// <summary>Embedded, because the program around this assembly has a folder of its own.</summary>
    internal static IResult Asset(string name, string type) =>
        Results.Stream(
            typeof(HostedPageEndpoints).Assembly.GetManifestResourceStream($"Flint.Operator.Sandbox.HostedPages.Assets.{name}")!, type);
}
