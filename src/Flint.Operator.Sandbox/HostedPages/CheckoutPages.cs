using Flint.Operator.Sandbox.CheckoutSessions;
using Flint.Operator.Sandbox.Http;
using Flint.Operator.Sandbox.Orders;
using Flint.Operator.Sandbox.State;

namespace Flint.Operator.Sandbox.HostedPages;

/// <summary>
/// The page of one checkout. The launch token sits in the fragment of the address, which a browser never sends: a small
/// script trades it for a cookie, or the buyer pastes it, and from there on these are plain forms.
/// </summary>
internal static class CheckoutPages
{
    public static void MapCheckoutPages(this IEndpointRouteBuilder routes)
    {
        routes.MapGet("/checkout/{id}", (HttpContext http, string id, SandboxDatabase database) => ShowAsync(http, id, database));

        // Where a form was refused the address names its action; reading that again must not end at nothing.
        routes.MapGet("/checkout/{id}/{action:regex(^(tip|pay|challenge|open)$)}", (HttpContext http, string id) => PageResults.SeeOther(http, $"/checkout/{id}"));
        routes.MapPost("/checkout/{id}/open", OpenAsync);
        routes.MapPost("/checkout/{id}/tip", (HttpContext http, string id, SandboxDatabase database) => ActAsync(http, id, database, Tip));
        routes.MapPost("/checkout/{id}/pay", (HttpContext http, string id, SandboxDatabase database) => ActAsync(http, id, database, Pay));
        routes.MapPost("/checkout/{id}/challenge", (HttpContext http, string id, SandboxDatabase database) =>
            ActAsync(http, id, database, (state, view, form) =>
            {
                CheckoutPayment.FinishChallenge(state, view.Session, form["answer"] == "approve");
                return null;
            }));
    }

    /// <summary>The script sends the token as a header; a buyer without script pastes the address into a form.</summary>
    private static async Task<IResult> OpenAsync(HttpContext http, string id, SandboxDatabase database)
    {
        if (await FindAsync(http, id, database) is not { } view)
            return PageResults.Outcome(OutcomeView.NotFound, 404);
        if (!http.Request.HasFormContentType)
        {
            return PageSecurity.Exchange(http, view.Session, http.Request.Headers["X-Checkout-Token"])
                ? Results.NoContent()
                : Results.StatusCode(StatusCodes.Status403Forbidden);
        }

        var form = await http.Request.ReadFormAsync(http.RequestAborted);
        return PageSecurity.Exchange(http, view.Session, form["address"].ToString().Trim().Split("checkout_token=")[^1])
            ? PageResults.SeeOther(http, $"/checkout/{id}")
            : PageResults.Page<OpeningPage>(view with { Problem = new FormProblem("address", "That is not the address of this checkout. Please copy all of it.") }, 403);
    }

    private static FormProblem? Pay(SandboxState state, CheckoutView view, IFormCollection fields)
    {
        var form = new PaymentForm(fields);
        if (!view.Session.IsOpen || view.Order.RunningPayment is not null)
            return null;
        if (form.Check(view) is { } problem)
            return problem;
        if (view.Needs("email"))
            state.Save(view.Order with { BuyerEmail = form.Email });
        if (form.IsBankDebit && view.TakesBankDebit)
            CheckoutPayment.Debit(state, view.Session, form.Account!);
        else
            CheckoutPayment.Try(state, view.Session, form.Card!);
        return null;
    }

    /// <summary>The buyer's own tip changes the total of this checkout without ending it.</summary>
    private static FormProblem? Tip(SandboxState state, CheckoutView view, IFormCollection form)
    {
        if (!view.Session.IsOpen || view.Order.RunningPayment is not null)
            return null;
        var (tip, problem) = view.Tips.Read(form, state.Now);
        if (problem is not null)
            return problem;
        try
        {
            state.Save(TipRules.With(state, view.Order, tip));
            return null;
        }
        catch (ApiProblemException)
        {
            return new FormProblem(TipOffer.Own, "That tip is larger than this order allows.");
        }
    }

    private static async Task<IResult> ShowAsync(
        HttpContext http, string id, SandboxDatabase database, FormProblem? problem = null, IFormCollection? form = null)
    {
        if (await FindAsync(http, id, database) is not { } view)
            return PageResults.Outcome(OutcomeView.NotFound, 404);
        var isBuyer = PageSecurity.Holds(http, view.Session);
        if (!view.Session.IsOpen)
        {
            return isBuyer && view.Session.Status is ("paid" or "partially_paid")
                ? PageResults.Page<ReceiptPage>(new ReceiptView(view.Session, view.Order))
                : PageResults.Outcome(OutcomeView.Of(view.Session));
        }

        if (!isBuyer)
            return PageResults.Page<OpeningPage>(view);
        return view.Order.RunningPayment?.State switch
        {
            PaymentState.RequiresAction => PageResults.Page<ChallengePage>(view),
            PaymentState.Processing => PageResults.Page<ProcessingPage>(view),
            _ => PageResults.Page<CheckoutPage>(
                view with { Problem = problem, Typed = form is null ? view.Typed : new PaymentForm(form).Typed }, problem is null ? 200 : 422),
        };
    }

    private static async Task<IResult> ActAsync(
        HttpContext http, string id, SandboxDatabase database, Func<SandboxState, CheckoutView, IFormCollection, FormProblem?> act)
    {
        var form = await http.Request.ReadFormAsync(http.RequestAborted);
        var (isAllowed, problem) = await database.RunAsync(
            state => Find(state, id) is { } view && PageSecurity.Holds(http, view.Session) ? (true, act(state, view, form)) : (false, null),
            http.RequestAborted);
        return !isAllowed ? Results.StatusCode(StatusCodes.Status403Forbidden)
            : problem is null ? PageResults.SeeOther(http, $"/checkout/{id}")
            : await ShowAsync(http, id, database, problem, form);
    }

    private static Task<CheckoutView?> FindAsync(HttpContext http, string id, SandboxDatabase database) =>
        database.RunAsync(state => Find(state, id), http.RequestAborted);

    private static CheckoutView? Find(SandboxState state, string id)
    {
        SessionExpiry.Apply(state);
        return state.Find<CheckoutSessionDocument>(id) is { } session
            ? new CheckoutView(session, state.Find<OrderDocument>(session.OrderId)!, state.Now)
            : null;
    }
}
