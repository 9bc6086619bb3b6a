using System.Globalization;
using System.Net.Mail;
using Flint.Operator.Sandbox.CheckoutSessions;
using Flint.Operator.Sandbox.Http;
using Flint.Operator.Sandbox.Orders;
using Flint.Operator.Sandbox.State;

namespace Flint.Operator.Sandbox.HostedPages;

/// <summary>
/// The page of one checkout. The launch token sits in the fragment of the address, which a browser never sends: a small
/// script trades it for a cookie, and from there on these are plain forms.
/// </summary>
internal static class CheckoutPages
{
    public static void MapCheckoutPages(this IEndpointRouteBuilder routes)
    {
        routes.MapGet("/checkout/{id}", (HttpContext http, string id, SandboxDatabase database) => ShowAsync(http, id, database));
        routes.MapPost("/checkout/{id}/open", async (HttpContext http, string id, SandboxDatabase database) =>
            await FindAsync(http, id, database) is { } view && PageSecurity.Exchange(http, view.Session)
                ? Results.NoContent()
                : Results.StatusCode(StatusCodes.Status403Forbidden));
        routes.MapPost("/checkout/{id}/tip", (HttpContext http, string id, SandboxDatabase database) =>
            ActAsync(http, id, database, (state, view, form) => Tip(state, view, form["percent"].ToString())));
        routes.MapPost("/checkout/{id}/pay", PayAsync);
        routes.MapPost("/checkout/{id}/challenge", (HttpContext http, string id, SandboxDatabase database) =>
            ActAsync(http, id, database, (state, view, form) =>
                CheckoutPayment.FinishChallenge(state, view.Session, form["answer"] == "approve")));
    }

    private static async Task<IResult> PayAsync(HttpContext http, string id, SandboxDatabase database, TimeProvider time)
    {
        var form = await http.Request.ReadFormAsync(http.RequestAborted);
        var card = TestCard.Find(form["number"].ToString());
        var error = card is null
            ? "Only test card numbers work here. Never type a real card into a test page."
            : !TestCard.IsFutureExpiry(form["expiry"].ToString(), time.GetUtcNow())
                ? "Please enter an expiry in the future, as MM/YY."
                : TestCard.IsCvc(form["cvc"].ToString()) ? null : "The security code has 3 or 4 digits.";
        error ??= await FindAsync(http, id, database) is { } view ? Missing(view, form) : null;
        return error is null
            ? await ActAsync(http, id, database, (state, view, _) => Pay(state, view, card!, form["email"].ToString()))
            : await ShowAsync(http, id, database, error);
    }

    private static string? Missing(CheckoutView view, IFormCollection form) =>
        view.NeedsEmail && !MailAddress.TryCreate(form["email"].ToString(), out _) ? "Please enter an e-mail address for the receipt."
        : view.Terms is { Length: > 0 } && form["terms"] != "true" ? "Please agree to the terms of service."
        : null;

    private static void Pay(SandboxState state, CheckoutView view, TestCard card, string email)
    {
        if (view.NeedsEmail)
            state.Save(view.Order with { BuyerEmail = email });
        CheckoutPayment.Try(state, view.Session, card);
    }

    private static async Task<IResult> ShowAsync(HttpContext http, string id, SandboxDatabase database, string? error = null)
    {
        if (await FindAsync(http, id, database) is not { } view)
            return PageResults.Outcome(OutcomeView.NotFound, 404);
        var isBuyer = PageSecurity.Holds(http, view.Session);
        if (!view.Session.IsOpen)
            return PageResults.Outcome(OutcomeView.Of(view.Session, view.Order, isBuyer));
        if (!isBuyer)
            return PageResults.Page<OpeningPage>(view);
        return view.Order.RunningPayment is not null
            ? PageResults.Page<ChallengePage>(view)
            : PageResults.Page<CheckoutPage>(view with { Error = error }, error is null ? 200 : 422);
    }

    private static async Task<IResult> ActAsync(
        HttpContext http, string id, SandboxDatabase database, Action<SandboxState, CheckoutView, IFormCollection> act)
    {
        var form = await http.Request.ReadFormAsync(http.RequestAborted);
        var isAllowed = await database.RunAsync(
            state =>
            {
                if (Find(state, id) is not { } view || !PageSecurity.Holds(http, view.Session))
                    return false;
                act(state, view, form);
                return true;
            },
            http.RequestAborted);
        return isAllowed ? PageResults.SeeOther(http, $"/checkout/{id}") : Results.StatusCode(StatusCodes.Status403Forbidden);
    }

    /// <summary>The buyer's own tip changes the total of this checkout without ending it.</summary>
    private static void Tip(SandboxState state, CheckoutView view, string percentText)
    {
        if (!decimal.TryParse(percentText, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var percent) ||
            !view.TipChoices.Contains(percent) || !view.Session.IsOpen || view.Order.RunningPayment is not null)
        {
            return;
        }

        var tip = percent == 0 ? null : new OrderTip(Ids.New("tip", state.Now), Amount: null, percent, state.Now);
        state.Save(TipRules.With(state, view.Order, tip));
    }

    private static Task<CheckoutView?> FindAsync(HttpContext http, string id, SandboxDatabase database) =>
        database.RunAsync(state => Find(state, id), http.RequestAborted);

    private static CheckoutView? Find(SandboxState state, string id)
    {
        SessionExpiry.Apply(state);
        return state.Find<CheckoutSessionDocument>(id) is { } session
            ? new CheckoutView(session, state.Find<OrderDocument>(session.OrderId)!)
            : null;
    }
}
