using System.Text.Json.Nodes;
using Flint.Operator.Sandbox.CheckoutSessions;
using Flint.Operator.Sandbox.Http;
using Flint.Operator.Sandbox.PaymentLinks;
using Flint.Operator.Sandbox.State;

namespace Flint.Operator.Sandbox.HostedPages;

/// <summary>The page of a link: read, choose, and on to a checkout of one's own.</summary>
internal static class LinkPages
{
    public static void MapLinkPages(this IEndpointRouteBuilder routes)
    {
        routes.MapGet("/pay/{id}", (HttpContext http, string id, SandboxDatabase database, ResolutionContexts contexts) =>
            ShowAsync(http, id, database, contexts, problem: null));
        routes.MapPost("/pay/{id}", BuyAsync);
    }

    private static async Task<IResult> BuyAsync(
        HttpContext http, string id, SandboxDatabase database, ApiCalls calls, LinkResolution resolution, ResolutionContexts contexts)
    {
        var form = await http.Request.ReadFormAsync(http.RequestAborted);
        var link = await FindAsync(http, id, database);
        if (link is null)
            return PageResults.Outcome(OutcomeView.NotFound, 404);
        var (body, unreadable) = LinkForm.Read(link, form);
        if (body is null)
            return await ShowAsync(http, id, database, contexts, unreadable, form);

        var path = $"/v1/payment-links/{id}/resolve";
        var reply = await calls.RunOnceAsync(
            $"page-{form["attempt"]}", "POST", path, body, PaymentLinkShapes.Resolve,
            (state, choices) =>
            {
                var session = resolution.Resolve(state, PaymentLinkEndpoints.Find(state, id), choices);
                return ApiReply.Created(new JsonObject { ["session"] = session.Id });
            },
            http.RequestAborted);
        if (reply.IsError)
            return await ShowAsync(http, id, database, contexts, LinkProblem.Of(reply.Payload), form);
        var checkout = await database.RunAsync(
            state => state.Find<CheckoutSessionDocument>(reply.Payload["session"]!.GetValue<string>())!, http.RequestAborted);

        // Whoever filled in this form is the buyer: with the cookie in hand no script has to read the address first.
        PageSecurity.Grant(http, checkout);
        return PageResults.SeeOther(http, HostedUrls.PathOf(HostedUrls.Checkout(checkout.Id, checkout.LaunchToken)));
    }

    private static async Task<IResult> ShowAsync(
        HttpContext http, string id, SandboxDatabase database, ResolutionContexts contexts, FormProblem? problem, IFormCollection? form = null)
    {
        var link = await FindAsync(http, id, database);
        if (link is null)
            return PageResults.Outcome(OutcomeView.NotFound, 404);
        if (!link.IsActive)
            return PageResults.Outcome(OutcomeView.Inactive(link));
        if (link.IsSoldOut)
            return PageResults.Outcome(OutcomeView.SoldOut(link));
        var now = await database.RunAsync(state => state.Now, http.RequestAborted);
        var view = new LinkView(link, contexts.Issue(link, now).Context, Ids.Secret(18)) { Problem = problem };
        if (form is not null)
            view = view with { Typed = form.ToDictionary(field => field.Key, field => field.Value.ToString(), StringComparer.Ordinal) };
        return PageResults.Page<LinkPage>(view, problem is null ? 200 : 422);
    }

    private static Task<PaymentLinkDocument?> FindAsync(HttpContext http, string id, SandboxDatabase database) =>
        database.RunAsync(
            state =>
            {
                SessionExpiry.Apply(state);
                return state.Find<PaymentLinkDocument>(id);
            },
            http.RequestAborted);
}
